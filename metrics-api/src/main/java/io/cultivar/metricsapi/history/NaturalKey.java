package io.cultivar.metricsapi.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.metricsapi.tables.Dataset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what a row of each table is known again when its numbers have changed. */
final class NaturalKey {

    private NaturalKey() {}

    /**
     * The fields that say what a row is about: no two rows of a table agree in all of them; an empty list where there is one
     * row. Empty for a table that only shows what others have.
     */
    static Optional<List<String>> fields(Dataset dataset) {
        return Optional.ofNullable(fieldsOrNull(dataset));
    }

    private static @Nullable List<String> fieldsOrNull(Dataset dataset) {
        return switch (dataset) {
            case PROGRAMS, COMPARISONS, COSTS, ROI -> List.of("program");
            case EFFECTS -> List.of("program", "metric");
            case STAGGERED -> List.of("program", "metric", "comparisonGroup", "kind", "start", "period", "elapsed");
            case ASSESSMENTS -> List.of("program", "assessment", "skill", "arm");
            case FEEDBACK -> List.of("program", "respondent");
            case THEMES -> List.of("program", "respondent", "theme");
            case RETENTION -> List.of("program", "arm", "horizonDays");
            case CURVES -> List.of("program", "arm", "leaving");
            // The same curves, costs and trends as others tell, in other rows.
            case CURVE_POINTS, COST_GROUPS, TREND_DIFFERENCES -> null;
            case PORTFOLIO -> List.of("currency");
            case SOURCING -> List.of("skillArea");
            case PROVIDERS -> List.of("provider");
            case SKILL_GAPS -> List.of("skill", "group");
            case TRENDS -> List.of("program", "metric", "arm", "bucket", "from");
            case RESTATEMENTS -> List.of("published", "program", "figure", "about");
            case DATA_QUALITY -> List.of();
        };
    }

    /** Those fields of a row; null where it has none. */
    static ObjectNode of(Dataset dataset, JsonNode row) {
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        fields(dataset).orElseThrow().forEach(field -> key.set(field, row.get(field)));
        return key;
    }
}
