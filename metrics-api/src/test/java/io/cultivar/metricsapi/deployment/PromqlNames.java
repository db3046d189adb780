package io.cultivar.metricsapi.deployment;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which metrics and labels a PromQL expression names. No parser: promtool says whether it is one. */
final class PromqlNames {

    private static final Pattern NAME = Pattern.compile("(?<![0-9.])[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern SELECTOR = Pattern.compile("\\{[^}]*}");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]|\\boffset\\s+\\w+");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern MATCHER = Pattern.compile("([a-zA-Z_]+)\\s*(?:=~|!~|!=|=)");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool");

    private PromqlNames() {}

    static Set<String> metrics(String expression) {
        String bare = RANGE.matcher(SELECTOR.matcher(expression).replaceAll("")).replaceAll("");
        String names = GROUPING.matcher(bare).replaceAll("");
        return NAME.matcher(names)
                .results()
                .filter(name -> !names.substring(name.end()).stripLeading().startsWith("("))
                .map(name -> name.group())
                .filter(name -> !OPERATORS.contains(name))
                .collect(toSet());
    }

    static List<String> labels(String expression) {
        List<String> labels = new ArrayList<>();
        Matcher grouping = GROUPING.matcher(expression);
        while (grouping.find()) {
            labels.addAll(Arrays.asList(grouping.group(1).strip().split("\\s*,\\s*", -1)));
        }
        Matcher selector = SELECTOR.matcher(expression);
        while (selector.find()) {
            MATCHER.matcher(selector.group()).results().forEach(label -> labels.add(label.group(1)));
        }
        return labels;
    }
}
