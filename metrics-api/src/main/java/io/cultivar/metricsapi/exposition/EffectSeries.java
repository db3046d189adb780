package io.cultivar.metricsapi.exposition;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Better;
import io.cultivar.contract.result.ArmChange;
import io.cultivar.contract.result.Attrition;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.MinimumDetectable;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.StaggeredEffect;
import io.cultivar.metricsapi.published.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What programs did to the outcomes. */
final class EffectSeries {

    /** Outcomes of one program that have series; the primary one first, then in published order. */
    static final int MAX_OUTCOMES = 12;

    private final Series series;
    private final Snapshot snapshot;

    EffectSeries(Series series, Snapshot snapshot) {
        this.series = series;
        this.snapshot = snapshot;
    }

    /** First the primary outcome of each program: were the ceiling ever reached, it would cut the others. */
    void add(List<ProgramResult> programs) {
        for (int rank = 0; rank < MAX_OUTCOMES; rank++) {
            for (ProgramResult program : programs) {
                outcomes(program).skip(rank).limit(1).forEach(effect -> add(program, effect));
            }
        }
        programs.forEach(program -> outcomes(program)
                .limit(MAX_OUTCOMES)
                .flatMap(effect -> program.staggered().stream()
                        .filter(staggered -> staggered.metric().equals(effect.metric())))
                .forEach(staggered -> add(program.program(), staggered)));
    }

    private static Stream<Effect> outcomes(ProgramResult program) {
        return program.effects().stream()
                .sorted(Comparator.comparing(Effect::primary).reversed());
    }

    private void add(ProgramResult result, Effect effect) {
        if (effect.withheld() != null) {
            return;
        }
        String program = result.program();
        String outcome = effect.metric();
        String design = effect.design() == null
                ? FrameSeries.NO_DESIGN
                : effect.design().id();
        Better better = effect.definition() == null
                ? Better.HIGHER
                : effect.definition().better();
        series.addInfo(TrainingMeters.EFFECT_INFO, program, outcome, design, better.id());
        series.add(TrainingMeters.EFFECT_PROVISIONAL, effect.provisional() ? 1 : 0, program, outcome);
        series.add(TrainingMeters.EFFECT_GRADE, Scale.of(effect.evidence().grade()), program, outcome);
        series.add(TrainingMeters.EFFECT_DECISION, Scale.of(effect.decision()), program, outcome);
        snapshot.adjustedP(result, effect).ifPresent(p -> {
            series.add(TrainingMeters.EFFECT_P, p.p(), program, outcome);
            series.add(TrainingMeters.EFFECT_ADJUSTED_P, p.adjusted(), program, outcome);
        });
        Comparison comparison = effect.comparison();
        if (comparison != null) {
            add(program, outcome, comparison);
        }
    }

    private void add(String program, String outcome, Comparison comparison) {
        series.add(TrainingMeters.EFFECT_VALUE, Figure.of(comparison.differenceInDifferences()), program, outcome);
        series.add(TrainingMeters.EFFECT_RATIO, Figure.of(comparison.relative()), program, outcome);
        MinimumDetectable detectable = comparison.minimumDetectable();
        if (detectable != null) {
            series.add(TrainingMeters.DETECTABLE, detectable.absolute(), program, outcome);
            series.add(TrainingMeters.DETECTABLE_RATIO, detectable.relative(), program, outcome);
        }
        Attrition attrition = comparison.attrition();
        if (attrition != null) {
            series.add(TrainingMeters.ATTRITION, attrition.overall(), program, outcome);
            series.add(TrainingMeters.ATTRITION_DIFFERENCE, attrition.differential(), program, outcome);
        }
        addEmployees(program, outcome, Arm.TREATMENT, comparison.treatment());
        addEmployees(program, outcome, Arm.CONTROL, comparison.control());
    }

    private void addEmployees(String program, String outcome, Arm arm, @Nullable ArmChange change) {
        series.add(
                TrainingMeters.EFFECT_EMPLOYEES, change == null ? null : change.measured(), program, outcome, arm.id());
    }

    private void add(String program, StaggeredEffect staggered) {
        if (staggered.withheld() == null) {
            String outcome = staggered.metric();
            String comparison = staggered.comparisonGroup().id();
            int grade = Scale.of(staggered.evidence().grade());
            series.add(TrainingMeters.STAGGERED_EFFECT, Figure.of(staggered.simple()), program, outcome, comparison);
            series.add(TrainingMeters.STAGGERED_EMPLOYEES, staggered.complete(), program, outcome, comparison);
            series.add(TrainingMeters.STAGGERED_GRADE, grade, program, outcome, comparison);
        }
    }
}
