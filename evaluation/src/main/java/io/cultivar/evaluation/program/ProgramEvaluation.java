package io.cultivar.evaluation.program;

import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.fold.Definitions;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** From all sums of a program to its result: every estimate, its returns, and the reasons why something is absent. */
public final class ProgramEvaluation {

    private ProgramEvaluation() {}

    /**
     * The result of one program, exact and with small groups.
     *
     * @param program the program
     * @param definitions what programs and metrics mean
     * @param cells the program's sums
     * @param asOf the instant that the sums were folded for
     * @param refolding whether a changed definition is still being applied to them
     * @return empty where nothing is known about the program at all
     */
    public static Optional<ProgramResult> of(
            String program, Definitions definitions, Map<Cell, Sums> cells, Instant asOf, boolean refolding) {
        ProgramDefined definition = definitions.program(program);
        if (definition == null && cells.isEmpty()) {
            return Optional.empty();
        }
        var sums = new ProgramSums(cells);
        var costs = CostEvaluation.of(definition, sums);
        var effects = EffectEvaluation.of(definition, definitions, sums, refolding);
        var assessments = AssessmentEvaluation.of(sums);
        var compared = RetentionContrast.of(sums, asOf);
        var found = new Findings(costs, effects, assessments, compared);
        return Optional.of(new ProgramResult(
                program,
                definition,
                asOf,
                refolding,
                ParticipationEvaluation.of(sums),
                TreatmentStarts.of(definition, sums),
                effects,
                StaggeredEvaluation.of(definition, sums, asOf, refolding),
                assessments,
                FeedbackEvaluation.of(sums),
                RetentionEvaluation.of(sums, asOf),
                RetentionEvaluation.curves(sums, asOf),
                compared,
                TrendEvaluation.of(sums),
                costs,
                ReturnsEvaluation.of(definition, definitions, sums, found, asOf)));
    }
}
