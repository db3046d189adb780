package io.cultivar.evaluation.publication;

import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.FigureChange;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.PublishedFigure;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of a published result that people quote, and which of them changed from one publication to the next. */
public final class PublishedFigures {

    private record Key(PublishedFigure figure, @Nullable String about) {}

    private final Map<Key, Bounded> figures = new LinkedHashMap<>();

    private PublishedFigures() {}

    /** The figures of a program; what is withheld is none of them, as it is not in the result. */
    public static PublishedFigures of(ProgramResult program) {
        var found = new PublishedFigures();
        for (Effect effect : program.effects()) {
            found.add(PublishedFigure.EFFECT, effect.metric(), bounded(effect.differenceInDifferences()));
        }
        for (AssessmentResult result : program.assessments()) {
            found.add(PublishedFigure.ASSESSMENT_GAIN, name(result), bounded(result.gain()));
        }
        if (program.retentionComparison() != null) {
            program.retentionComparison()
                    .differences()
                    .forEach(difference -> found.add(
                            PublishedFigure.RETENTION_DIFFERENCE,
                            Integer.toString(difference.horizonDays()),
                            difference.difference()));
        }
        found.add(
                PublishedFigure.COST,
                program.costs().currency(),
                bounded(program.costs().total()));
        Returns returns = program.returns();
        ReturnFigures money = returns.figures();
        if (money != null) {
            found.add(PublishedFigure.BENEFIT, returns.currency(), money.benefit());
            found.add(PublishedFigure.ROI, null, money.roi());
        }
        return found;
    }

    /** The figures of the portfolio. */
    public static PublishedFigures of(PortfolioResult portfolio) {
        var found = new PublishedFigures();
        for (PortfolioTotal total : portfolio.totals()) {
            found.add(PublishedFigure.PORTFOLIO_COST, total.currency(), bounded(total.cost()));
            found.add(PublishedFigure.PORTFOLIO_BENEFIT, total.currency(), total.benefit());
            found.add(PublishedFigure.PORTFOLIO_ROI, total.currency(), total.roi());
        }
        return found;
    }

    /** No figures: nothing was, or is, published. */
    public static PublishedFigures none() {
        return new PublishedFigures();
    }

    /** The figures of this publication that the next one changes or no longer has. */
    public List<FigureChange> changesTo(PublishedFigures next) {
        List<FigureChange> changes = new ArrayList<>();
        figures.forEach((key, before) -> {
            Bounded now = next.figures.get(key);
            if (!before.equals(now)) {
                changes.add(new FigureChange(key.figure(), key.about(), before, now));
            }
        });
        return changes;
    }

    private void add(PublishedFigure figure, @Nullable String about, @Nullable Bounded value) {
        if (value != null) {
            figures.put(new Key(figure, about), value);
        }
    }

    private static String name(AssessmentResult result) {
        String kind = result.assessment() == null ? "skill/" + result.skill() : "assessment/" + result.assessment();
        return kind + "/" + result.arm().id();
    }

    private static @Nullable Bounded bounded(@Nullable BigDecimal amount) {
        return amount == null ? null : new Bounded(amount.doubleValue(), null, null, null);
    }

    private static @Nullable Bounded bounded(@Nullable Estimate estimate) {
        if (estimate == null) {
            return null;
        }
        @Nullable
        Interval sequence = estimate.alwaysValid() == null
                ? null
                : new Interval(
                        estimate.alwaysValid().lower(), estimate.alwaysValid().upper());
        return new Bounded(estimate.value(), estimate.lower(), estimate.upper(), sequence);
    }
}
