package io.cultivar.metricsapi.access;

import io.cultivar.contract.Term;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys that open the server, as a file has them: a line each of name, role and the SHA-256 of the key; never a key.
 * A plain hash is enough, because keys are 256 random bits and nothing else is taken for one.
 */
public final class AccessKeys {

    private static final String VARIABLE = "CULTIVAR_ACCESS_FILE";
    private static final String PREFIX = "cultivar_";
    private static final int KEY_BYTES = 32;
    private static final Pattern KEY = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final Pattern LINE =
            Pattern.compile("(?<name>[A-Za-z0-9][A-Za-z0-9._@-]{0,63})\\s+(?<role>[a-z]+)\\s+(?<hash>[0-9a-f]{64})");

    private final Map<String, Entry> entries;

    /** One line of the file. */
    record Entry(String name, Role role, String hash) {}

    private AccessKeys(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * The keys in a file.
     *
     * @throws IllegalArgumentException with one line that names the file, and the line in it that is wrong
     */
    static AccessKeys read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    VARIABLE + " cannot be read: " + file + " (" + e.getClass().getSimpleName() + ')', e);
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(entries, line, VARIABLE + ' ' + file + ", line " + number);
            }
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(VARIABLE + " has no key in it: " + file + ". Make one with new-key.");
        }
        return new AccessKeys(entries);
    }

    /** What is wrong is not repeated: somebody may have written a key there. */
    private static void add(Map<String, Entry> entries, String line, String place) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    place + ": not a name, a role and the SHA-256 of a key in 64 digits 0-9a-f, as new-key prints it");
        }
        Role role = Term.find(Role.class, parts.group("role"))
                .orElseThrow(() -> new IllegalArgumentException(
                        place + ": the role must be one of " + String.join(", ", Term.ids(Role.class))));
        Entry entry = new Entry(parts.group("name"), role, parts.group("hash"));
        boolean twice = entries.values().stream()
                .anyMatch(other ->
                        other.name().equals(entry.name()) || other.hash().equals(entry.hash()));
        if (twice) {
            throw new IllegalArgumentException(place + ": this name or this key is there already");
        }
        entries.put(entry.name(), entry);
    }

    /** Whose key this is; it takes as long for each key, and for none. */
    Optional<Entry> find(String key) {
        if (!KEY.matcher(key).matches()) {
            return Optional.empty();
        }
        byte[] hash = Hash.of(key);
        @Nullable Entry found = null;
        for (Entry entry : entries.values()) {
            if (MessageDigest.isEqual(hash, HexFormat.of().parseHex(entry.hash()))) {
                found = entry;
            }
        }
        return Optional.ofNullable(found);
    }

    /** What the file says of a name now. */
    Optional<Entry> named(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    int size() {
        return entries.size();
    }

    /** A fresh key. */
    static String fresh(SecureRandom random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The line of the file for a key.
     *
     * @throws IllegalArgumentException where the name or the role cannot be
     */
    static String line(String name, String role, String key) {
        String line = name + ' ' + role + ' ' + HexFormat.of().formatHex(Hash.of(key));
        add(new LinkedHashMap<>(), line, "new-key");
        return line;
    }

    @Override
    public String toString() {
        return "AccessKeys" + entries.keySet();
    }
}
