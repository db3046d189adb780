package io.cultivar.metricsapi.published;

import io.cultivar.contract.Json;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.ChangeCause;
import io.cultivar.contract.result.FigureChange;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Publication;
import io.cultivar.contract.result.PublishedFigure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was published about the sample company before: on 15 March, and, after a correction and late events, on 2 April. */
public final class SamplePublishedLog {

    static final Instant MARCH = Instant.parse("2026-03-15T06:00:00Z");
    static final Instant APRIL = Instant.parse("2026-04-02T06:00:00Z");

    private SamplePublishedLog() {}

    /** The programs and the portfolio are as they are now, but what the first program returned was restated. */
    static EarlierPublications of(List<ProgramResult> programs, @Nullable PortfolioResult portfolio) {
        var log = new PublishedLogView(PublishedLogView.Limits.USUAL);
        for (ProgramResult program : programs) {
            add(log, "program/" + program.program(), first(program));
        }
        if (portfolio != null) {
            add(log, "portfolio", new Publication(MARCH, List.of(), List.of(), null, portfolio));
        }
        programs.stream()
                .filter(program -> program.returns().figures() != null)
                .forEach(program -> add(log, "program/" + program.program(), restated(program)));
        return log.view();
    }

    /** In March the program had cost 100 EUR; in April a correction made it what it is now. */
    public static EarlierPublications ofACorrection(ProgramResult program, PortfolioResult portfolio) {
        var log = new PublishedLogView(PublishedLogView.Limits.USUAL);
        String key = "program/" + program.program();
        add(log, key, first(SamplePrograms.costing(program, "EUR", "100")));
        add(log, "portfolio", new Publication(MARCH, List.of(), List.of(), null, portfolio));
        add(log, key, restated(program));
        add(
                log,
                "portfolio",
                new Publication(
                        APRIL.plusSeconds(1), List.of(ChangeCause.NEW_EVENT), List.of(roi(2, 3)), null, portfolio));
        return log.view();
    }

    static void add(PublishedLogView log, String key, Publication entry) {
        log.add(key, Json.write(entry));
    }

    static Publication first(ProgramResult program) {
        return new Publication(MARCH, List.of(), List.of(), program, null);
    }

    static Publication restated(ProgramResult program) {
        return new Publication(
                APRIL,
                List.of(ChangeCause.LATE_EVENT, ChangeCause.CORRECTION),
                List.of(roi(1.1, 1.4), cost(23_000, 24_000.5)),
                program,
                null);
    }

    static FigureChange roi(double before, double now) {
        return new FigureChange(PublishedFigure.ROI, null, around(before), around(now));
    }

    private static FigureChange cost(double before, double now) {
        return new FigureChange(
                PublishedFigure.COST, "EUR", new Bounded(before, null, null, null), new Bounded(now, null, null, null));
    }

    private static Bounded around(double value) {
        return new Bounded(value, value - 0.5, value + 0.5, new Interval(value - 1, value + 1));
    }
}
