package io.cultivar.evaluation.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.CompanyResult.SharedLevels;
import io.cultivar.contract.result.CompanyResult.SharedPeople;
import io.cultivar.contract.result.ProviderKpi;
import io.cultivar.contract.result.SkillGap;
import io.cultivar.contract.result.SourcingFactor;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompanyEvaluationTest {

    private static final Instant AS_OF = Instant.parse("2026-06-30T23:59:59.999999999Z");

    private final Map<Cell, Sums> cells = new HashMap<>();

    private CompanyEvaluationTest people(Cell cell, long people) {
        cells.put(cell, Sums.ofCounts(people));
        return this;
    }

    private CompanyEvaluationTest required(String skill, String group, String level) {
        cells.put(new Cell.SkillRequirement(skill, group), Sums.of(BigDecimal.ONE, new BigDecimal(level)));
        return this;
    }

    private CompanyEvaluationTest figure(String provider, String kpi, String time, String value, Better better) {
        var cell = new Cell.ProviderFigure(
                provider, kpi, Instant.parse(time), new BigDecimal(value), new BigDecimal("0.9"), better);
        return people(cell, 1);
    }

    private static Cell levels(String skill, String group, String level) {
        return new Cell.SkillLevels(skill, group, new BigDecimal(level));
    }

    private CompanyResult evaluated() {
        return CompanyEvaluation.of(cells, AS_OF);
    }

    @Test
    void shouldBeEmpty_whenNothingIsKnown() {
        List<SurvivalCurve> survival = CompanySurvival.of(Map.of(), AS_OF);
        assertThat(evaluated())
                .isEqualTo(new CompanyResult(
                        AS_OF, survival, List.of(), List.of(), List.of(), List.of(), List.of(), 0, 0, 0));
    }

    @Test
    void shouldMeasureTheGapOfThoseBelowOnly() {
        // given: levels 1, 2.5, 2.5, 3, 5 of eight people; 3 is needed
        people(new Cell.GroupMembers("east"), 8)
                .people(levels("excel", "east", "1"), 1)
                .people(levels("excel", "east", "2.5"), 2)
                .people(levels("excel", "east", "3.00"), 1)
                .people(levels("excel", "east", "5"), 1)
                .people(levels("excel", "west", "0"), 7)
                .people(levels("negotiation", "east", "0"), 7)
                .required("excel", "east", "3");

        // when
        SkillGap found = evaluated().skillGaps().get(0);

        // then: 14 / 5 and (2 + 0.5 + 0.5) / 5; nobody needs anything in the west
        assertThat(evaluated().skillGaps()).hasSize(1);
        assertThat(found.employees()).isEqualTo(8);
        assertThat(found.assessed()).isEqualTo(5);
        assertThat(found.meanLevel()).isCloseTo(2.8, within(1e-9));
        assertThat(found.meanGap()).isCloseTo(0.6, within(1e-9));
        assertThat(found.below()).isEqualTo(3);
    }

    @Test
    void shouldCountWhoStandsBehindTwoGaps() {
        // given: the clerks need no negotiation
        people(new Cell.GroupMembers("east"), 8)
                .people(new Cell.SharedLevels("excel", "clerk", "east"), 4)
                .people(new Cell.SharedLevels("excel", "agent", "east"), 2)
                .people(new Cell.SharedLevels("negotiation", "clerk", "east"), 3)
                .required("excel", "east", "3")
                .required("excel", "clerk", "2")
                .required("excel", "agent", "2")
                .required("negotiation", "east", "3");

        // then
        assertThat(evaluated().sharedLevels())
                .containsExactly(
                        new SharedLevels("excel", "agent", "east", 2), new SharedLevels("excel", "clerk", "east", 4));
    }

    @Test
    void shouldHaveNoMeans_whereNobodyHasALevel() {
        // given: one group of nobody, one of people without a level
        people(new Cell.GroupMembers("west"), 6).required("excel", "west", "4").required("excel", "east", "3.5");

        // then
        assertThat(evaluated().skillGaps())
                .containsExactly(
                        new SkillGap("excel", "east", new BigDecimal("3.5"), 0L, 0L, null, null, 0L, null),
                        new SkillGap("excel", "west", new BigDecimal(4), 6L, 0L, null, null, 0L, null));
    }

    @Test
    void shouldShowTheLatestFigureAndCountTheMissedOnes() {
        // given: the target is 0.9; reaching it is no breach, in either direction
        figure("acme", "on-time", "2026-01-31T00:00:00Z", "0.8", Better.HIGHER)
                .figure("acme", "on-time", "2026-02-28T00:00:00Z", "0.90", Better.HIGHER)
                .figure("acme", "on-time", "2025-12-31T00:00:00Z", "0.1", Better.HIGHER)
                .figure("acme", "errors", "2026-01-31T00:00:00Z", "0.9", Better.LOWER)
                .figure("acme", "errors", "2026-02-28T00:00:00Z", "0.91", Better.LOWER)
                .figure("abel", "on-time", "2026-01-31T00:00:00Z", "1", Better.HIGHER);

        // then
        Instant january = Instant.parse("2026-01-31T00:00:00Z");
        Instant february = Instant.parse("2026-02-28T00:00:00Z");
        BigDecimal target = new BigDecimal("0.9");
        assertThat(evaluated().providers())
                .containsExactly(
                        new ProviderKpi("abel", "on-time", january, BigDecimal.ONE, target, Better.HIGHER, 1, 0),
                        new ProviderKpi("acme", "errors", february, new BigDecimal("0.91"), target, Better.LOWER, 2, 1),
                        new ProviderKpi("acme", "on-time", february, target, target, Better.HIGHER, 3, 2));
    }

    @Test
    void shouldListFactorsAndSharedPeopleInOrderAndTellTheQuality() {
        // given
        BigDecimal half = new BigDecimal("0.5");
        people(new Cell.SourcingScore("sales", Sourcing.EXTERNAL, "speed", half, "board", "seen"), 1)
                .people(new Cell.SourcingScore("sales", Sourcing.IN_HOUSE, "speed", half, "board", "seen"), 1)
                .people(new Cell.SourcingScore("sales", Sourcing.EXTERNAL, "control", half, "board", "seen"), 1)
                .people(new Cell.SourcingScore("law", Sourcing.EXTERNAL, "speed", half, "board", "seen"), 1)
                .people(new Cell.SharedPeople("b", "c"), 2)
                .people(new Cell.SharedPeople("a", "c"), 9);
        cells.put(new Cell.DataQuality(), Sums.ofCounts(1, 2, 3));

        // when
        CompanyResult found = evaluated();

        // then
        assertThat(found.sourcingFactors())
                .containsExactly(
                        new SourcingFactor("law", Sourcing.EXTERNAL, "speed", half, "board", "seen"),
                        new SourcingFactor("sales", Sourcing.IN_HOUSE, "speed", half, "board", "seen"),
                        new SourcingFactor("sales", Sourcing.EXTERNAL, "control", half, "board", "seen"),
                        new SourcingFactor("sales", Sourcing.EXTERNAL, "speed", half, "board", "seen"));
        assertThat(found.sharedPeople())
                .containsExactly(new SharedPeople("a", "c", 9L, null), new SharedPeople("b", "c", 2L, null));
        assertThat(List.of(found.identityConflicts(), found.registerConflicts(), found.erasedEmployees()))
                .containsExactly(1L, 2L, 3L);
    }
}
