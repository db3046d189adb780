package io.cultivar.metricsapi;

import io.cultivar.contract.Term;
import io.cultivar.contract.event.Arm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rows a request asks for: the wanted value of each parameter that was given. */
record Filter(Map<String, String> wanted) {

    static final String PROGRAM = "program";
    static final String METRIC = "metric";
    static final String ARM = "arm";
    static final String KIND = "kind";
    static final String SKILL = "skill";
    static final String SKILL_AREA = "skillArea";
    static final String PROVIDER = "provider";

    /** The parameters that take one word of a closed vocabulary. */
    private static final Map<String, List<String>> CLOSED =
            Map.of(ARM, Term.ids(Arm.class), KIND, Term.ids(StaggeredRow.Kind.class));

    Filter {
        wanted = Map.copyOf(wanted);
    }

    /**
     * The filter that a query string makes.
     *
     * @throws Problem.Found where a parameter is unknown or repeated, or is none of a closed vocabulary
     */
    static Filter read(Map<String, List<String>> query, List<String> allowed) {
        Map<String, String> wanted = new HashMap<>();
        query.forEach((parameter, values) -> {
            if (!allowed.contains(parameter)) {
                throw Problem.unknownParameter(parameter, allowed);
            }
            if (values.size() != 1) {
                throw Problem.repeatedParameter(parameter);
            }
            wanted.put(parameter, values.get(0));
        });
        wanted.forEach((parameter, value) -> {
            List<String> words = words(parameter);
            if (!words.isEmpty() && !words.contains(value)) {
                throw Problem.invalidValue(parameter, value, words);
            }
        });
        return new Filter(wanted);
    }

    /** The values that a parameter takes; none where it takes any. */
    static List<String> words(String parameter) {
        return CLOSED.getOrDefault(parameter, List.of());
    }

    /** Whether a row with this value of the parameter, null for none, is asked for. */
    boolean accepts(String parameter, @Nullable String value) {
        String asked = wanted.get(parameter);
        return asked == null || asked.equals(value);
    }
}
