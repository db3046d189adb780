package io.cultivar.metricsapi.exposition;

import io.cultivar.contract.Term;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.PublishedFigure;
import io.cultivar.metricsapi.explained.ProgramFacts;
import io.cultivar.metricsapi.published.Snapshot;
import java.util.Optional;

/**
 * What every other series is to be read with: attributes, counts of programs, what the pipeline says about its input.
 */
final class FrameSeries {

    /** The design of a program without assignments. */
    static final String NO_DESIGN = "none";

    private FrameSeries() {}

    static void addTo(Series series, Snapshot snapshot, ExposedPrograms programs) {
        series.addTime(TrainingMeters.REPORTING_WINDOW_END, snapshot.asOf());
        series.add(TrainingMeters.PROGRAMS, snapshot.programs().size());
        series.add(TrainingMeters.PROGRAMS_EXPOSED, programs.named().size());
        programs.named().forEach(program -> addProgram(series, program));
        series.addTime(TrainingMeters.RESULTS_PUBLISHED, snapshot.published());
        for (String figure : Term.ids(PublishedFigure.class)) {
            series.add(
                    TrainingMeters.RESULTS_RESTATED,
                    snapshot.earlier().restated().getOrDefault(figure, 0L),
                    figure);
        }
        PipelineResult pipeline = snapshot.pipeline();
        if (pipeline != null) {
            series.addTime(TrainingMeters.WATERMARK, pipeline.latestEventTime());
            series.add(TrainingMeters.IDENTITY_CONFLICTS, pipeline.identityConflicts());
            series.add(TrainingMeters.REGISTER_CONFLICTS, pipeline.registerConflicts());
            series.add(TrainingMeters.ERASED_EMPLOYEES, pipeline.erasedEmployees());
        }
    }

    private static void addProgram(Series series, ProgramResult program) {
        Optional<ProgramDefined> definition = Optional.ofNullable(program.definition());
        series.addInfo(
                TrainingMeters.PROGRAM_INFO,
                program.program(),
                definition.map(ProgramDefined::provider).orElse(""),
                definition.map(d -> d.sourcing().id()).orElse(""),
                definition.map(ProgramDefined::skillArea).orElse(""),
                ProgramFacts.design(program).map(Design::id).orElse(NO_DESIGN));
    }
}
