package io.cultivar.metricsapi;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.PortfolioTotal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What training returned, in a few sentences for each currency. */
final class Headline {

    private Headline() {}

    static List<String> of(Snapshot snapshot) {
        List<String> sentences = new ArrayList<>();
        snapshot.portfolio(PortfolioResult::totals).forEach(total -> sentences.add(of(total)));
        sentences.add(dates(snapshot));
        return List.copyOf(sentences);
    }

    private static String of(PortfolioTotal total) {
        return Stream.of(returned(total), measured(total), Plain.sentences(total.reasons()))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String returned(PortfolioTotal total) {
        String currency = total.currency();
        Bounded benefit = total.benefit();
        String cost = Plain.money(currency, total.measuredCost().doubleValue());
        if (benefit == null) {
            return "What training returned in " + currency + " is not known yet.";
        }
        String returned = "The programs that are measured returned " + Plain.money(currency, benefit.value())
                + bounds(benefit, interval -> Plain.money(currency, interval)) + " for a cost of " + cost;
        Bounded roi = total.roi();
        return roi == null
                ? returned + "."
                : returned + ": an ROI of " + Plain.percent(roi.value()) + bounds(roi, Plain::percent) + ".";
    }

    private static String bounds(Bounded figure, Function<Interval, String> words) {
        Interval shown = figure.shown();
        return shown == null ? "" : " (95 % interval " + words.apply(shown) + ")";
    }

    private static String measured(PortfolioTotal total) {
        Double share = total.measuredShare();
        String spend = share == null
                ? "Nothing was spent in " + total.currency() + "."
                : Plain.percent(share) + " of the spend of "
                        + Plain.money(total.currency(), total.cost().doubleValue()) + " is measured.";
        return spend + " Of " + Plain.count(total.programs(), "program", "programs") + ", " + total.measured()
                + (total.measured() == 1 ? " is" : " are") + " measured and " + total.proven() + " proven.";
    }

    private static String dates(Snapshot snapshot) {
        PipelineResult pipeline = snapshot.pipeline();
        Instant latest = pipeline == null ? null : pipeline.latestEventTime();
        return Plain.count(snapshot.programs().size(), "program", "programs") + ", as of " + asOf(snapshot)
                + (latest == null ? "." : ", data through " + day(latest) + ".");
    }

    private static String asOf(Snapshot snapshot) {
        Instant asOf = snapshot.asOf();
        if (asOf != null) {
            return day(asOf);
        }
        return snapshot.pipeline() == null ? "no date yet" : "a date that is still being applied";
    }

    /** Services count a day to its last nanosecond; a reader wants the day. */
    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
