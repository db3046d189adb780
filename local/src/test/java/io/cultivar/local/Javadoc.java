package io.cultivar.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the Javadoc of a record says, read from its source: of the whole, and of each component. */
final class Javadoc {

    private static final Pattern PARAMETER = Pattern.compile("@param (\\w+)\\s+((?:(?!\\n@).)+)", Pattern.DOTALL);

    private final String summary;
    private final Map<String, String> components = new TreeMap<>();

    private Javadoc(String comment) {
        int tags = comment.indexOf("\n@");
        summary = plain(tags < 0 ? comment : comment.substring(0, tags));
        Matcher parameters = PARAMETER.matcher(comment);
        while (parameters.find()) {
            components.put(parameters.group(1), plain(parameters.group(2)));
        }
    }

    static Javadoc of(Class<?> type) {
        Class<?> top = type;
        while (top.getEnclosingClass() != null) {
            top = top.getEnclosingClass();
        }
        Pattern comment = Pattern.compile(
                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*(?:public )?(?:record|enum) "
                        + type.getSimpleName() + "\\b",
                Pattern.DOTALL);
        Matcher found = comment.matcher(source(top));
        return new Javadoc(found.find() ? found.group(1).replaceAll("\\n\\s*\\* ?", "\n") : "");
    }

    private static String source(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".java";
        Path path = Stream.of("local", "contract")
                .map(module -> Path.of("..", module, "src", "main", "java").resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String text) {
        return text.replaceAll("\\{@(?:code|link|value) #?([^}]*)\\}", "$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replaceAll("</?p>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    String summary() {
        return summary;
    }

    /** What it says of a component; empty where it says nothing. */
    String component(String name) {
        return components.getOrDefault(name, "");
    }
}
