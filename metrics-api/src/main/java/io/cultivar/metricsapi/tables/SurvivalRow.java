package io.cultivar.metricsapi.tables;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.result.LargeSample;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.SurvivalPoint;
import io.cultivar.contract.result.Withheld;
import io.cultivar.metricsapi.explained.ExplainedReason;
import io.cultivar.metricsapi.explained.ProgramFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long people stayed, day by day; the meaning of each figure is that of {@link SurvivalCurve}.
 *
 * @param program null for the whole company, from the day of hire on
 */
record SurvivalRow(
        @Nullable String program,
        @Nullable String title,
        @Nullable Arm arm,
        @Nullable LeavingKind leaving,
        @Nullable Long people,
        @Nullable Long left,
        @Nullable LargeSample restrictedMeanDays,
        int horizonDays,
        List<SurvivalPoint> points,
        List<ExplainedReason> reasons,
        @Nullable Withheld withheld) {

    static SurvivalRow of(ProgramResult program, SurvivalCurve curve) {
        return of(program.program(), ProgramFacts.title(program), curve);
    }

    static SurvivalRow ofCompany(SurvivalCurve curve) {
        return of(null, null, curve);
    }

    private static SurvivalRow of(@Nullable String program, @Nullable String title, SurvivalCurve curve) {
        return new SurvivalRow(
                program,
                title,
                curve.arm(),
                curve.leaving(),
                curve.people(),
                curve.left(),
                curve.restrictedMeanDays(),
                curve.horizonDays(),
                curve.points(),
                ExplainedReason.all(curve.reasons()),
                curve.withheld());
    }
}
