package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.PhaseScores;
import io.cultivar.contract.result.Reason;
import io.cultivar.evaluation.statistics.MinimumDetectableEffect;
import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.statistics.PairedChange;
import io.cultivar.evaluation.statistics.PairedSums;
import io.cultivar.evaluation.statistics.StandardizedDifference;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people scored, by assessment and by skill, and arm. Gain (post - pre), decay (follow-up - post) and lasting gain
 * (follow-up - pre) are paired t estimates, each over the people with both scores; a gain that nobody or only one person
 * has, or that is the same for all, has a reason instead.
 */
final class AssessmentEvaluation {

    private final ProgramSums sums;
    private final Tested tested;
    private final Arm arm;

    private AssessmentEvaluation(ProgramSums sums, Tested tested, Arm arm) {
        this.sums = sums;
        this.tested = tested;
        this.arm = arm;
    }

    /** One assessment, or all of one skill. */
    private record Tested(
            @Nullable String assessment, @Nullable String skill) {

        /** Assessments first, then skills, each by name. */
        static final Comparator<Tested> ORDER = Comparator.comparing(
                        Tested::assessment, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Tested::skill, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    static List<AssessmentResult> of(ProgramSums sums) {
        List<Tested> all = sums.cells(Cell.Scores.class).stream()
                .map(cell -> new Tested(cell.assessment(), cell.skill()))
                .distinct()
                .sorted(Tested.ORDER)
                .toList();
        List<AssessmentResult> results = new ArrayList<>();
        for (Tested tested : all) {
            for (Arm arm : Arm.values()) {
                new AssessmentEvaluation(sums, tested, arm).result().ifPresent(results::add);
            }
        }
        return results;
    }

    private Optional<AssessmentResult> result() {
        List<PhaseScores> phases = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            sums.total(
                            Cell.Scores.class,
                            cell -> isMine(cell.assessment(), cell.skill(), cell.cohort()) && cell.phase() == phase)
                    .map(scores -> scores(phase, scores))
                    .ifPresent(phases::add);
        }
        if (phases.isEmpty()) {
            return Optional.empty();
        }
        Moments gains = changes(Phase.PRE, Phase.POST);
        Moments decays = changes(Phase.POST, Phase.FOLLOW_UP);
        Optional<Estimate> gain = PairedChange.of(gains);
        List<Design> designs = ParticipationEvaluation.designs(sums, cohorts());
        return Optional.of(new AssessmentResult(
                tested.assessment(),
                tested.skill(),
                arm,
                phases,
                gains.n(),
                gain.orElse(null),
                StandardizedDifference.pairedG(gains).orElse(null),
                decays.n(),
                PairedChange.of(decays).orElse(null),
                PairedChange.of(changes(Phase.PRE, Phase.FOLLOW_UP)).orElse(null),
                ParticipationEvaluation.weakest(designs),
                gain.flatMap(found -> MinimumDetectableEffect.of(found.standardError(), found.degreesOfFreedom()))
                        .orElse(null),
                BeforeAfterEvidence.of(designs, gains.n(), gain.isPresent(), false),
                reasons(gains, gain.isPresent()),
                null));
    }

    private static PhaseScores scores(Phase phase, Sums sums) {
        Moments scores = Moments.ofSums(sums);
        return new PhaseScores(
                phase,
                scores.n(),
                scores.mean().orElse(null),
                scores.standardDeviation().orElse(null),
                sums.count(3),
                sums.count(4),
                sums.count(5),
                null);
    }

    private Moments changes(Phase from, Phase to) {
        PairedSums pairs = sums.pairs(
                Cell.ScoreChange.class,
                cell -> isMine(cell.assessment(), cell.skill(), cell.cohort())
                        && cell.from() == from
                        && cell.to() == to);
        return pairs.change();
    }

    private Set<Cohort> cohorts() {
        return arm == Arm.CONTROL ? EnumSet.of(Cohort.CONTROL) : EnumSet.complementOf(EnumSet.of(Cohort.CONTROL));
    }

    /** Everyone but the assigned controls was there to learn. */
    private boolean isMine(@Nullable String assessment, @Nullable String skill, Cohort cohort) {
        return Objects.equals(assessment, tested.assessment())
                && Objects.equals(skill, tested.skill())
                && cohorts().contains(cohort);
    }

    private static List<Reason> reasons(Moments gains, boolean estimated) {
        if (gains.n() < 2) {
            return List.of(Reason.TOO_FEW_UNITS);
        }
        return estimated ? List.of() : List.of(Reason.NO_VARIANCE);
    }
}
