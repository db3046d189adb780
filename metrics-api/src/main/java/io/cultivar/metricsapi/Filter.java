package io.cultivar.metricsapi;

import io.cultivar.contract.Term;
import io.cultivar.contract.event.Arm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which rows a request asks for: the wanted value of each parameter that was given. */
record Filter(Map<String, String> wanted) {

    static final String PROGRAM = "program";
    static final String METRIC = "metric";
    static final String ARM = "arm";

    Filter {
        wanted = Map.copyOf(wanted);
    }

    /**
     * The filter that a query string makes.
     *
     * @throws Problem.Found where a parameter is unknown or repeated, or the arm is none
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
        String arm = wanted.get(ARM);
        if (arm != null && Term.find(Arm.class, arm).isEmpty()) {
            throw Problem.invalidValue(ARM, arm, Term.ids(Arm.class));
        }
        return new Filter(wanted);
    }

    /** Whether a row with this value of the parameter is asked for. */
    boolean accepts(String parameter, String value) {
        return wanted.getOrDefault(parameter, value).equals(value);
    }
}
