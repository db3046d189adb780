package io.cultivar.metricsapi;

import static io.cultivar.metricsapi.Filter.ARM;
import static io.cultivar.metricsapi.Filter.METRIC;
import static io.cultivar.metricsapi.Filter.PROGRAM;

import io.cultivar.contract.result.ProgramResult;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The tables that REST serves: where, which parameters they take, which rows they have. */
enum Dataset {
    PROGRAMS("/v1/programs", "Programs at a glance", List.of(), (program, filter) -> Stream.of(ProgramRow.of(program))),
    EFFECTS(
            "/v1/effects",
            "What programs did to metrics",
            List.of(PROGRAM, METRIC),
            (program, filter) -> program.effects().stream()
                    .filter(effect -> filter.accepts(METRIC, effect.metric()))
                    .map(effect -> EffectRow.of(program, effect))),
    ASSESSMENTS(
            "/v1/assessments",
            "What people scored before and after",
            List.of(PROGRAM),
            (program, filter) -> program.assessments().stream().map(result -> AssessmentRow.of(program, result))),
    COSTS(
            "/v1/costs",
            "What programs cost, fully loaded",
            List.of(PROGRAM),
            (program, filter) -> Stream.of(CostRow.of(program))),
    ROI("/v1/roi", "What programs returned", List.of(PROGRAM), (program, filter) -> Stream.of(RoiRow.of(program))),
    RETENTION(
            "/v1/retention",
            "Who stayed, by arm",
            List.of(PROGRAM),
            (program, filter) -> program.retention().stream().map(rate -> RetentionRow.of(program, rate))),
    TRENDS(
            "/v1/trends",
            "Metrics by month and arm",
            List.of(PROGRAM, METRIC, ARM),
            (program, filter) -> program.trends().stream()
                    .filter(point -> filter.accepts(METRIC, point.metric()))
                    .filter(point -> filter.accepts(ARM, point.arm().id()))
                    .map(point -> TrendRow.of(program, point)));

    private final String path;
    private final String title;
    private final List<String> parameters;
    private final BiFunction<ProgramResult, Filter, Stream<? extends Record>> rows;

    Dataset(
            String path,
            String title,
            List<String> parameters,
            BiFunction<ProgramResult, Filter, Stream<? extends Record>> rows) {
        this.path = path;
        this.title = title;
        this.parameters = parameters;
        this.rows = rows;
    }

    String path() {
        return path;
    }

    String title() {
        return title;
    }

    List<String> parameters() {
        return parameters;
    }

    /** The rows that the filter asks for; none where it names a program or metric that there is not. */
    Envelope read(Snapshot snapshot, Filter filter) {
        List<Record> data = snapshot.programs().stream()
                .filter(program -> filter.accepts(PROGRAM, program.program()))
                .flatMap(program -> rows.apply(program, filter))
                .map(Record.class::cast)
                .toList();
        return new Envelope(snapshot.asOf(), snapshot.programs().size(), data);
    }
}
