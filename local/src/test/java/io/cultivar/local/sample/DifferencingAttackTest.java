package io.cultivar.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.result.CostItem;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.tables.Dataset;
import io.cultivar.metricsapi.tables.Filter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever asks for money by every grouping and every filter, and subtracts any two answers, does not find what the time of a
 * few people cost.
 */
class DifferencingAttackTest {

    private static final Instant AS_OF = Instant.parse("2026-06-30T23:59:59Z");
    private static final List<String> KEYS = List.of("program", "category", "provider", "quarter");

    private static final PublishedSample SHOWN = PublishedSample.of(SampleAnswers.EVENTS, AS_OF);
    private static final PublishedSample EXACT = PublishedSample.exact(SampleAnswers.EVENTS, AS_OF);

    @Test
    void shouldNotFindWhatIsWithheld() {
        Set<BigDecimal> amounts = amounts(SHOWN);

        assertThat(amounts).hasSizeGreaterThan(100);
        assertThat(hidden())
                .isNotEmpty()
                .noneSatisfy((program, amount) ->
                        assertThat(isFound(amount, amounts)).as(program).isTrue());
    }

    @Test
    void shouldFindIt_whereNothingIsWithheld() {
        // The attack itself works: or the test above would prove nothing.
        Set<BigDecimal> amounts = amounts(EXACT);

        assertThat(hidden())
                .allSatisfy((program, amount) ->
                        assertThat(isFound(amount, amounts)).as(program).isTrue());
    }

    /** What participants' time cost, of each program that does not tell it. */
    private static Map<String, BigDecimal> hidden() {
        Map<String, BigDecimal> hidden = new HashMap<>();
        EXACT.programs().forEach((id, exact) -> {
            BigDecimal time = exact.costs().participantTimeDerived();
            if (time != null && SHOWN.program(id).costs().participantTimeDerived() == null) {
                hidden.put(id, cents(time));
            }
        });
        return hidden;
    }

    private static boolean isFound(BigDecimal hidden, Set<BigDecimal> amounts) {
        return amounts.contains(hidden)
                || amounts.stream().anyMatch(amount -> amounts.contains(cents(amount.subtract(hidden))));
    }

    /** Every amount that any question for costs is answered with, and those of the tables that add costs up. */
    private static Set<BigDecimal> amounts(PublishedSample sample) {
        Snapshot snapshot = new Snapshot(
                List.copyOf(sample.programs().values()),
                sample.company(),
                sample.portfolio(),
                null,
                AS_OF,
                AS_OF,
                "attacked");
        Set<BigDecimal> amounts = new HashSet<>();
        for (Map<String, List<String>> filter : filters(sample)) {
            for (int subset = 1; subset < 1 << KEYS.size(); subset++) {
                Map<String, List<String>> query = new HashMap<>(filter);
                query.put("groupBy", List.of(keys(subset)));
                collect(Dataset.COST_GROUPS, snapshot, query, amounts);
            }
        }
        Stream.of(Dataset.COSTS, Dataset.PORTFOLIO, Dataset.SOURCING, Dataset.PROVIDERS, Dataset.ROI)
                .forEach(dataset -> collect(dataset, snapshot, Map.of(), amounts));
        return amounts;
    }

    private static String keys(int subset) {
        List<String> keys = new ArrayList<>();
        for (int key = 0; key < KEYS.size(); key++) {
            if ((subset >> key & 1) == 1) {
                keys.add(KEYS.get(key));
            }
        }
        return String.join(",", keys);
    }

    /** None, and every value of every filter. */
    private static List<Map<String, List<String>>> filters(PublishedSample sample) {
        List<Map<String, List<String>>> filters = new ArrayList<>(List.of(Map.of()));
        sample.programs().keySet().forEach(program -> filters.add(Map.of("program", List.of(program))));
        items(sample)
                .map(item -> item.category().id())
                .distinct()
                .forEach(category -> filters.add(Map.of("category", List.of(category))));
        filters.add(Map.of("category", List.of("participant-time")));
        items(sample)
                .map(CostItem::provider)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(provider -> filters.add(Map.of("provider", List.of(provider))));
        items(sample).map(item -> item.month().atDay(1).toString()).distinct().forEach(day -> {
            filters.add(Map.of("from", List.of(day)));
            filters.add(Map.of("to", List.of(day)));
        });
        return filters;
    }

    private static Stream<CostItem> items(PublishedSample sample) {
        return sample.programs().values().stream()
                .map(ProgramResult::costs)
                .map(Costs::items)
                .flatMap(List::stream);
    }

    private static void collect(
            Dataset dataset, Snapshot snapshot, Map<String, List<String>> query, Set<BigDecimal> amounts) {
        Filter filter = Filter.read(query, dataset.parameters());
        for (Object row : dataset.rows(snapshot, filter)) {
            JsonNode tree = Json.shared().valueToTree(row);
            collect(tree, amounts);
        }
    }

    private static void collect(JsonNode node, Set<BigDecimal> amounts) {
        if (node.isNumber()) {
            amounts.add(cents(node.decimalValue()));
        }
        node.forEach(child -> collect(child, amounts));
    }

    /** To a hundredth of a cent, so that the same amount is the same however it was added up. */
    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(4, RoundingMode.HALF_EVEN);
    }
}
