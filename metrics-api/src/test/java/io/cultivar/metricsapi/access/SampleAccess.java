package io.cultivar.metricsapi.access;

import io.cultivar.contract.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A key of each role, in a file as it is deployed; each is named after its role. */
public final class SampleAccess {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<Role, String> keys = new EnumMap<>(Role.class);
    private final Map<String, String> environment = new HashMap<>();
    private final Path file;

    public SampleAccess(Path directory) throws IOException {
        for (Role role : Role.values()) {
            keys.put(role, AccessKeys.fresh(RANDOM));
        }
        file = Files.writeString(
                directory.resolve("access-keys"),
                keys.entrySet().stream()
                        .map(entry -> AccessKeys.line(
                                "the-" + entry.getKey().id(), entry.getKey().id(), entry.getValue()))
                        .collect(Collectors.joining("\n", "# who may come in\n\n", "\n")));
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        environment.put("CULTIVAR_AUDIT_FILE", directory.resolve("audit.jsonl").toString());
        environment.put("CULTIVAR_ACCESS_FILE", file.toString());
        environment.put("CULTIVAR_SESSION_SECRET", Base64.getEncoder().encodeToString(secret));
    }

    /** The same with one more setting. */
    public SampleAccess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public AccessConfig config() {
        return AccessConfig.read(environment::getOrDefault);
    }

    public Map<String, String> environment() {
        return environment;
    }

    Path file() {
        return file;
    }

    /** The key of a role. */
    public String key(String role) {
        return keys.getOrDefault(Term.find(Role.class, role).orElseThrow(), "");
    }

    /** The header that shows it. */
    public String bearer(String role) {
        return "Bearer " + key(role);
    }

    /** Whether the table of least roles has this route. */
    public static boolean hasRole(String route) {
        return PathRoles.isKnown(route);
    }

    /** Every route in that table. */
    public static Set<String> routes() {
        return PathRoles.routes();
    }
}
