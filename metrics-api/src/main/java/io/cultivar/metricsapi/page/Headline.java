package io.cultivar.metricsapi.page;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.evaluation.program.DecisionRule;
import io.cultivar.metricsapi.explained.Doubt;
import io.cultivar.metricsapi.explained.Plain;
import io.cultivar.metricsapi.published.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What training returned, in one sentence for each currency, and what that is to be read with. */
final class Headline {

    private Headline() {}

    /** The sentence of each currency; none where nothing is published across programs. */
    static List<String> of(Snapshot snapshot) {
        return snapshot.portfolio(PortfolioResult::totals)
                .map(total -> returned(total) + "; " + measured(total) + through(snapshot) + ".")
                .toList();
    }

    /** What keeps the sentences from being more certain, in each currency that has such reasons. */
    static List<String> caveats(Snapshot snapshot) {
        List<PortfolioTotal> totals =
                snapshot.portfolio(PortfolioResult::totals).toList();
        return totals.stream()
                .filter(total -> !total.reasons().isEmpty())
                .map(total -> (totals.size() == 1
                                ? "To be read with this: "
                                : "To be read with this, in " + total.currency() + ": ")
                        + Plain.sentences(total.reasons()))
                .toList();
    }

    private static String returned(PortfolioTotal total) {
        String currency = total.currency();
        Bounded benefit = total.benefit();
        if (benefit == null) {
            return "What training returned in " + currency + " is not known yet";
        }
        String amounts = Plain.money(currency, benefit.value())
                + " (" + PageWords.bounds(benefit, amount -> Plain.money(currency, amount)) + ") for "
                + Plain.money(currency, total.measuredCost().doubleValue());
        Bounded roi = total.roi();
        if (roi == null) {
            // Nothing was spent: whatever is left of the benefit then is the net benefit.
            Bounded net = Objects.requireNonNullElse(total.netBenefit(), benefit);
            return judged(net, decision(total, net)) + ": " + amounts;
        }
        return judged(roi, decision(total, roi)) + ": " + amounts + ", an ROI of " + Plain.percent(roi.value()) + " ("
                + PageWords.bounds(roi, Plain::percent) + ")";
    }

    /**
     * What may be said of a figure of all programs together: the rule that decides about a program decides about them too, by
     * the grade of the weakest.
     */
    static Decision decision(PortfolioTotal total, Bounded figure) {
        return DecisionRule.of(figure.alwaysValid(), total.evidence());
    }

    private static String judged(Bounded figure, Decision decision) {
        return switch (decision) {
            case EXPAND -> "Where it is measured, training returned more than it cost";
            case STOP_OR_FIX -> "Where it is measured, training returned less than it cost";
            case NOT_PROVEN_YET ->
                "It is not proven yet whether training returns more or less than it costs where it is measured ("
                        + Doubt.of(figure) + ")";
        };
    }

    private static String measured(PortfolioTotal total) {
        Double share = total.measuredShare();
        String spend = share == null
                ? "nothing was spent in " + total.currency()
                : Plain.percent(share) + " of the spend of "
                        + Plain.money(total.currency(), total.cost().doubleValue()) + " is measured";
        return spend + ", " + total.proven() + " of " + Plain.count(total.programs(), "program", "programs")
                + (total.proven() == 1 ? " is" : " are") + " proven";
    }

    private static String through(Snapshot snapshot) {
        return latest(snapshot)
                .map(latest -> ", data through " + PageWords.day(latest))
                .findFirst()
                .orElse("");
    }

    private static Stream<Instant> latest(Snapshot snapshot) {
        PipelineResult pipeline = snapshot.pipeline();
        return pipeline == null ? Stream.empty() : Stream.ofNullable(pipeline.latestEventTime());
    }

    /** How many programs there are, and up to when facts count. */
    static String dates(Snapshot snapshot) {
        return Plain.count(snapshot.programs().size(), "program", "programs") + ", as of " + asOf(snapshot)
                + through(snapshot) + ".";
    }

    private static String asOf(Snapshot snapshot) {
        Instant asOf = snapshot.asOf();
        if (asOf != null) {
            return PageWords.day(asOf);
        }
        return snapshot.pipeline() == null ? "no date yet" : "a date that is still being applied";
    }
}
