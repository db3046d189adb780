package io.cultivar.metricsapi.page;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.metricsapi.explained.Plain;
import io.cultivar.metricsapi.published.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        return roi == null
                ? "Where it is measured, training returned " + amounts
                : judged(roi.shown()) + ": " + amounts + ", an ROI of " + Plain.percent(roi.value()) + " ("
                        + PageWords.bounds(roi, Plain::percent) + ")";
    }

    /** What the interval says, never the value alone. */
    private static String judged(@Nullable Interval roi) {
        if (roi != null && roi.lower() > 0) {
            return "Where it is measured, training returned more than it cost";
        }
        if (roi != null && roi.upper() < 0) {
            return "Where it is measured, training returned less than it cost";
        }
        return "It is not proven yet whether training returns more or less than it costs where it is measured";
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
