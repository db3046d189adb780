package io.cultivar.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.AlwaysValid;
import io.cultivar.contract.result.AvoidedTurnover;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.FilledRecords;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.Withheld;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final Bounded ROI = new Bounded(1.5, 0.2, 2.8, new Interval(-0.1, 3.1));

    private static String of(Returns returns, @Nullable Estimate estimate, @Nullable Withheld withheld) {
        return of(returns, estimate, withheld, "sales");
    }

    private static String of(Returns returns, @Nullable Estimate estimate, @Nullable Withheld withheld, String metric) {
        Effect effect = FilledRecords.with(
                FilledRecords.sparse(Effect.class),
                "metric",
                metric,
                "primary",
                true,
                "comparison",
                FilledRecords.with(FilledRecords.sparse(Comparison.class), "differenceInDifferences", estimate),
                "reasons",
                List.of(Reason.NO_CONTROL_GROUP),
                "withheld",
                withheld);
        ProgramResult program = FilledRecords.with(
                FilledRecords.sparse(ProgramResult.class),
                "program",
                "coaching",
                "effects",
                List.of(effect),
                "returns",
                returns);
        return Findings.of(new ResultTopics.Results(List.of(program), Optional.empty(), Optional.empty()));
    }

    private static Returns returns(@Nullable Bounded roi, @Nullable Withheld withheld) {
        return FilledRecords.with(
                FilledRecords.sparse(Returns.class),
                "figures",
                roi == null
                        ? null
                        : FilledRecords.with(FilledRecords.sparse(ReturnFigures.class), "netBenefit", roi, "roi", roi),
                "evidence",
                new Evidence(Grade.B, List.of()),
                "decision",
                Decision.NOT_PROVEN_YET,
                "reasons",
                List.of(Reason.NO_COST, Reason.NO_CONTROL_GROUP),
                "withheld",
                withheld);
    }

    @Test
    void shouldShowTheIntervalThatHoldsHoweverOftenOneLooks_theGradeAndTheDecision() {
        var estimate = new Estimate(2, 1, 9, 2, 0.04, 1, 3, 0.95, new AlwaysValid(-0.5, 4.5, 0.2));

        assertThat(of(returns(ROI, null), estimate, null))
                .containsPattern(
                        "coaching +\\+2\\.00 \\[-0\\.50, \\+4\\.50] +\\+150 % \\[-10, \\+310] +B +not proven yet\n");
    }

    @Test
    void shouldShowTheFixedInterval_whereThereIsNoOther() {
        var estimate = new Estimate(2, 1, 9, 2, 0.04, 1, 3, 0.95, null);

        assertThat(of(returns(new Bounded(-0.5, -0.75, -0.25, null), null), estimate, null))
                .contains("+2.00 [+1.00, +3.00]", "-50 % [-75, -25]");
    }

    @Test
    void shouldSayHowManyMoreStayed_whereThatIsTheOutcome() {
        AvoidedTurnover turnover = FilledRecords.with(
                FilledRecords.sparse(AvoidedTurnover.class),
                "metric",
                "staying",
                "stayers",
                new Bounded(18.2, 8.5, 27.8, null));
        ReturnFigures figures =
                FilledRecords.with(FilledRecords.sparse(ReturnFigures.class), "netBenefit", ROI, "turnover", turnover);

        String found = of(FilledRecords.with(returns(ROI, null), "figures", figures), null, null, "staying");

        assertThat(found)
                .containsPattern("coaching +\\+18\\.20 \\[\\+8\\.50, \\+27\\.80] stayed +- +B +not proven yet\n");
    }

    @Test
    void shouldSayWhy_whereThereIsNothing() {
        assertThat(of(returns(null, null), null, null))
                .containsPattern("coaching +no-control-group +- +B +no-cost, no-control-group\n");
        assertThat(of(returns(null, Withheld.SMALL_GROUP), null, Withheld.SMALL_GROUP))
                .containsPattern("coaching +withheld: too few people +- +B +withheld: too few people\n");
        assertThat(of(returns(new Bounded(1, null, null, null), null), null, null))
                .contains("+100 % [unbounded]");
    }

    @Test
    void shouldEndWithAllProgramsTogether() {
        PortfolioTotal total = FilledRecords.with(
                FilledRecords.sparse(PortfolioTotal.class),
                "currency",
                "EUR",
                "programs",
                12L,
                "proven",
                2L,
                "cost",
                new BigDecimal("120000"),
                "measuredShare",
                0.48,
                "roi",
                ROI);
        PortfolioResult portfolio =
                FilledRecords.with(FilledRecords.sparse(PortfolioResult.class), "totals", List.of(total));

        assertThat(Findings.of(new ResultTopics.Results(List.of(), Optional.empty(), Optional.of(portfolio))))
                .contains("EUR: 120,000 spent on 12 programs, 48 % of it on measured ones, which together returned"
                        + " +150 % [-10, +310]; 2 proven to pay.\n");
    }
}
