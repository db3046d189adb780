package io.cultivar.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.portfolio.PortfolioEvaluation;
import io.cultivar.evaluation.sums.Cell;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The random event sets reach everything that is there to be compared: an agreement on what never occurs would show nothing.
 * The seeds are those of the tests that compare the folds and the streams with the oracle, of the streams more than {@code make
 * test} tries.
 */
@Execution(ExecutionMode.CONCURRENT)
class ResultPathsTest {

    /** What no result can have there: curves of the company have no arm, aggregates only what they are by. */
    private static final Set<String> NEVER_THERE = Set.of(
            "CompanyResult.survival.arm",
            "ProgramResult.staggered.calendar.elapsed",
            "ProgramResult.staggered.calendar.start",
            "ProgramResult.staggered.dynamic.period",
            "ProgramResult.staggered.dynamic.start",
            "ProgramResult.staggered.group.elapsed",
            "ProgramResult.staggered.group.period");

    /**
     * A measured program on either side in one currency is rare here. It follows from the programs' results alone;
     * PortfolioEvaluationTest has it, in any order.
     */
    private static final Set<String> RARE = Set.of(
            "PortfolioResult.sourcing.benefitDifference",
            "PortfolioResult.sourcing.external.benefitPerPerson",
            "PortfolioResult.sourcing.external.roi",
            "PortfolioResult.sourcing.minimumDetectable",
            "PortfolioResult.sourcing.netBenefitDifference");

    /** Always-valid intervals need more people in an arm than these sets have; one large set is compared for them. */
    private static boolean needsManyPeople(String path) {
        return path.endsWith(".alwaysValid") || path.equals("PortfolioResult.primaryEffects");
    }

    @Test
    void shouldReachEveryKindOfCell_whereFoldsAreCompared() {
        Set<Class<?>> found = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            List<String> events = EventSets.random(seed, 25);
            Oracle.sums(events, asOf(events, seed)).keySet().forEach(cell -> found.add(cell.getClass()));
        }

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(
                                Cell.class.getAnnotation(JsonSubTypes.class).value())
                        .<Class<?>>map(JsonSubTypes.Type::value)
                        .toList());
    }

    @Test
    void shouldReachEveryPartOfTheResults_whereStreamsAreCompared() {
        var paths = new ResultPaths();
        LongStream.range(1000, 1010).forEach(seed -> {
            List<String> events = EventSets.random(seed, 25);
            Instant asOf = asOf(events, seed);
            Map<String, ProgramResult> programs = OracleResults.of(events, asOf);
            CompanyResult company = OracleResults.company(events, asOf);
            programs.values().forEach(paths::see);
            paths.see(company);
            paths.see(PortfolioEvaluation.of(programs.values(), company, asOf));
        });

        Set<String> missing = new TreeSet<>();
        missing.addAll(paths.missing(ProgramResult.class));
        missing.addAll(paths.missing(CompanyResult.class));
        missing.addAll(paths.missing(PortfolioResult.class));
        missing.removeIf(ResultPathsTest::needsManyPeople);
        missing.removeAll(RARE);
        assertThat(missing).containsExactlyInAnyOrderElementsOf(NEVER_THERE);
    }

    @Test
    void shouldReachAlwaysValidIntervals_inTheLargeSet() {
        List<String> events = EventSets.random(EventSets.MANY_SEED, EventSets.MANY_EMPLOYEES);
        Instant asOf = asOf(events, EventSets.MANY_SEED);
        Map<String, ProgramResult> programs = OracleResults.of(events, asOf);
        var paths = new ResultPaths();
        programs.values().forEach(paths::see);
        paths.see(PortfolioEvaluation.of(programs.values(), OracleResults.company(events, asOf), asOf));

        assertThat(paths.missing(ProgramResult.class))
                .doesNotContain("ProgramResult.effects.comparison.differenceInDifferences.alwaysValid");
        assertThat(paths.missing(PortfolioResult.class)).doesNotContain("PortfolioResult.primaryEffects");
    }

    private static Instant asOf(List<String> events, long seed) {
        return seed % 3 == 0 ? EventSets.earlierAsOf(events, seed) : EventSets.asOf(events);
    }
}
