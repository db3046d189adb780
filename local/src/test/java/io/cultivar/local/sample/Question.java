package io.cultivar.local.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of docs/QUESTIONS.md.
 *
 * @param columns what its answer is promised to have
 */
record Question(String title, String method, String path, String body, List<String> columns) {

    private static final Pattern REQUEST = Pattern.compile(
            "^## (\\d+\\. .*)\\n```http\\n(GET|POST) (\\S+)\\n([^`]*)```\\n(?:Columns: (.*)\\n)?", Pattern.MULTILINE);

    static String document() {
        try {
            return Files.readString(Path.of("..", "docs", "QUESTIONS.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of the document, in its order. */
    static List<Question> all() {
        List<Question> all = new ArrayList<>();
        Matcher found = REQUEST.matcher(document());
        while (found.find()) {
            List<String> columns = found.group(5) == null
                    ? List.of()
                    : Arrays.stream(found.group(5).split(", ", -1))
                            .map(column -> column.replace("`", ""))
                            .toList();
            all.add(new Question(found.group(1), found.group(2), found.group(3), found.group(4), columns));
        }
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return title;
    }
}
