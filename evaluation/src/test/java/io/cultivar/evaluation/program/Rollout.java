package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.StaggeredEffect;
import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.PersonPanel;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A staggered roll-out made by hand, person by person; period 1 is January 2026. */
public final class Rollout {

    /** The number of the month before January 2026, counted from January 1970. */
    private static final int BEFORE_FIRST = 56 * 12 - 1;

    /** When every period is over. */
    private static final Instant OVER = Instant.parse("2030-01-01T00:00:00Z");

    private final Figures figures = new Figures();

    /** A treated person, or an untreated one where {@code start} is null, by lot; "-" is no value. */
    public Rollout person(@Nullable Integer start, String values) {
        return person(start == null ? Cohort.CONTROL : Cohort.TREATMENT, Design.RANDOMIZED, start, values);
    }

    /** A person with values from period 1 on, blanks between them. */
    public Rollout person(Cohort cohort, Design design, @Nullable Integer start, String values) {
        Integer month = start == null ? null : BEFORE_FIRST + start;
        figures.members(cohort, design, 1, 0);
        figures.add(new Cell.Starts(Figures.PROGRAM, cohort, month), Sums.ofCounts(1));
        String[] written = values.split(" ", -1);
        int newest = written.length - 1;
        while (written[newest].equals("-")) {
            newest--;
        }
        List<BigDecimal> run = new ArrayList<>();
        for (int i = 0; i <= newest; i++) {
            if (written[i].equals("-")) {
                continue;
            }
            run.add(new BigDecimal(written[i]));
            if (i == newest || written[i + 1].equals("-")) {
                int first = BEFORE_FIRST + 1 + i - run.size() + 1;
                var cell = new Cell.Panel(Figures.PROGRAM, Figures.METRIC, cohort, month, first, run.size());
                figures.add(cell, PersonPanel.of(run, i == newest));
                run.clear();
            }
            addPairs(cohort, month, written, i);
        }
        return this;
    }

    /** With each later value beyond a gap. */
    private void addPairs(Cohort cohort, @Nullable Integer month, String[] written, int earlier) {
        boolean gap = false;
        for (int later = earlier + 1; later < written.length; later++) {
            if (written[later].equals("-")) {
                gap = true;
            } else if (gap) {
                var pair = new Cell.PeriodPair(
                        Figures.PROGRAM,
                        Figures.METRIC,
                        cohort,
                        month,
                        BEFORE_FIRST + 1 + earlier,
                        BEFORE_FIRST + 1 + later);
                BigDecimal change = new BigDecimal(written[later]).subtract(new BigDecimal(written[earlier]));
                figures.add(pair, Moments.of(change));
            }
        }
    }

    public ProgramResult evaluate() {
        return evaluate(OVER);
    }

    private ProgramResult evaluate(Instant asOf) {
        return figures.evaluate(Known.of(Known.intangible(Figures.METRIC)), asOf);
    }

    public List<StaggeredEffect> effects() {
        return evaluate().staggered();
    }

    /** The effects as they were known at an instant. */
    public List<StaggeredEffect> effects(String asOf) {
        return evaluate(Instant.parse(asOf)).staggered();
    }
}
