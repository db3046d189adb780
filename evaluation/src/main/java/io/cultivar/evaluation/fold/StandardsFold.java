package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.ProviderMeasured;
import io.cultivar.contract.event.SkillRequired;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.event.SourcingScored;
import io.cultivar.evaluation.facts.Facts;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folds what was laid down or judged about one subject that is no employee: a group's needs, a provider's figures, a skill area's factors. */
final class StandardsFold {

    private static final Sums ONE = Sums.ofCounts(1);

    private StandardsFold() {}

    /** The type of a fact tells the kind of its subject, so that the name is enough. */
    static void fold(String subject, Facts facts, Instant asOf, Contribution.Builder out) {
        facts.ofType(SkillRequired.class)
                .forEach(need -> out.add(
                        new Cell.SkillRequirement(need.data().skill(), subject),
                        Sums.of(BigDecimal.ONE, need.data().level())));
        facts.upTo(asOf).ofType(ProviderMeasured.class).forEach(measured -> {
            ProviderMeasured figure = measured.data();
            out.add(
                    new Cell.ProviderFigure(
                            subject, figure.kpi(), measured.time(), figure.value(), figure.target(), figure.better()),
                    ONE);
        });
        newestScores(facts)
                .forEach(scored -> out.add(
                        new Cell.SourcingScore(
                                subject,
                                scored.sourcing(),
                                scored.factor(),
                                scored.score(),
                                scored.author(),
                                scored.reason()),
                        ONE));
    }

    private static List<SourcingScored> newestScores(Facts facts) {
        record Factor(Sourcing sourcing, String factor) {}
        Map<Factor, SourcingScored> newest = new LinkedHashMap<>();
        // The facts come by time, so that a later judgement replaces an earlier one.
        facts.ofType(SourcingScored.class)
                .forEach(scored -> newest.put(
                        new Factor(scored.data().sourcing(), scored.data().factor()), scored.data()));
        return List.copyOf(newest.values());
    }
}
