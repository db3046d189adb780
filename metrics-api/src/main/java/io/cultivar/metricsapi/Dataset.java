package io.cultivar.metricsapi;

import static io.cultivar.metricsapi.Filter.ARM;
import static io.cultivar.metricsapi.Filter.KIND;
import static io.cultivar.metricsapi.Filter.METRIC;
import static io.cultivar.metricsapi.Filter.PROGRAM;
import static io.cultivar.metricsapi.Filter.PROVIDER;
import static io.cultivar.metricsapi.Filter.SKILL;
import static io.cultivar.metricsapi.Filter.SKILL_AREA;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.SkillGap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables that REST serves: where, which parameters they take, which rows they have. */
enum Dataset {
    PROGRAMS("/v1/programs", "Programs at a glance", List.of(), ofPrograms(program -> Stream.of(ProgramRow.of(program)))),
    EFFECTS("/v1/effects", "What programs did to metrics", List.of(PROGRAM, METRIC), Dataset::effects),
    STAGGERED(
            "/v1/staggered",
            "What programs did that reached people at different times",
            List.of(PROGRAM, METRIC, KIND),
            Dataset::staggered),
    ASSESSMENTS(
            "/v1/assessments",
            "What people scored before and after",
            List.of(PROGRAM),
            ofPrograms(program -> program.assessments().stream().map(result -> AssessmentRow.of(program, result)))),
    FEEDBACK(
            "/v1/feedback",
            "What respondents said",
            List.of(PROGRAM),
            ofPrograms(program -> program.feedback().stream().map(feedback -> FeedbackRow.of(program, feedback)))),
    THEMES(
            "/v1/feedback/themes",
            "What comments are about",
            List.of(PROGRAM),
            ofPrograms(program -> program.feedback().stream().flatMap(feedback -> ThemeRow.all(program, feedback)))),
    RETENTION(
            "/v1/retention",
            "Who stayed, by arm",
            List.of(PROGRAM),
            ofPrograms(program -> program.retention().stream().map(rate -> RetentionRow.of(program, rate)))),
    CURVES(
            "/v1/retention/curves",
            "How long people stayed, day by day, by arm and in the whole company",
            List.of(PROGRAM, ARM),
            Dataset::curves),
    COMPARISONS(
            "/v1/retention/comparisons",
            "Whether the treated stayed longer",
            List.of(PROGRAM),
            ofPrograms(RetentionComparisonRow::of)),
    COSTS(
            "/v1/costs",
            "What programs cost, fully loaded",
            List.of(PROGRAM),
            ofPrograms(program -> Stream.of(CostRow.of(program)))),
    ROI("/v1/roi", "What programs returned", List.of(PROGRAM), ofPrograms(program -> Stream.of(RoiRow.of(program)))),
    PORTFOLIO(
            "/v1/roi/portfolio",
            "What all programs returned together, by currency",
            List.of(),
            (snapshot, filter) -> PortfolioRow.all(snapshot)),
    SOURCING(
            "/v1/sourcing",
            "In-house or external, by skill area",
            List.of(SKILL_AREA),
            (snapshot, filter) ->
                    SourcingRow.all(snapshot).filter(row -> filter.accepts(SKILL_AREA, row.skillArea()))),
    PROVIDERS(
            "/v1/providers",
            "How providers do, and what they are paid",
            List.of(PROVIDER),
            (snapshot, filter) -> ProviderRow.all(snapshot).filter(row -> filter.accepts(PROVIDER, row.provider()))),
    SKILL_GAPS("/v1/skills/gaps", "How far people are from what their work needs", List.of(SKILL), Dataset::skillGaps),
    TRENDS("/v1/trends", "Metrics by month and arm", List.of(PROGRAM, METRIC, ARM), Dataset::trends),
    DATA_QUALITY(
            "/v1/data-quality",
            "What is known about the input, and what is withheld",
            List.of(),
            (snapshot, filter) -> Stream.of(DataQualityRow.of(snapshot)));

    /** Which rows a snapshot has for a filter. */
    private interface Rows {
        Stream<? extends Record> read(Snapshot snapshot, Filter filter);
    }

    private final String path;
    private final String title;
    private final List<String> parameters;
    private final Rows rows;

    Dataset(String path, String title, List<String> parameters, Rows rows) {
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
        List<Record> data =
                rows.read(snapshot, filter).map(Record.class::cast).toList();
        return new Envelope(snapshot.asOf(), snapshot.programs().size(), data);
    }

    private static Rows ofPrograms(Function<ProgramResult, Stream<? extends Record>> rows) {
        return (snapshot, filter) -> programs(snapshot, filter).flatMap(rows);
    }

    private static Stream<ProgramResult> programs(Snapshot snapshot, Filter filter) {
        return snapshot.programs().stream().filter(program -> filter.accepts(PROGRAM, program.program()));
    }

    private static Stream<EffectRow> effects(Snapshot snapshot, Filter filter) {
        return programs(snapshot, filter).flatMap(program -> program.effects().stream()
                .filter(effect -> filter.accepts(METRIC, effect.metric()))
                .map(effect -> EffectRow.of(snapshot, program, effect)));
    }

    private static Stream<StaggeredRow> staggered(Snapshot snapshot, Filter filter) {
        return programs(snapshot, filter)
                .flatMap(program -> program.staggered().stream()
                        .filter(staggered -> filter.accepts(METRIC, staggered.metric()))
                        .flatMap(staggered -> StaggeredRow.all(program, staggered)))
                .filter(row -> filter.accepts(KIND, row.kind().id()));
    }

    private static Stream<SurvivalRow> curves(Snapshot snapshot, Filter filter) {
        Stream<SurvivalRow> company = snapshot.company(CompanyResult::survival).map(SurvivalRow::ofCompany);
        Stream<SurvivalRow> programs = snapshot.programs().stream()
                .flatMap(program -> program.survival().stream().map(curve -> SurvivalRow.of(program, curve)));
        return Stream.concat(company, programs)
                .filter(row -> filter.accepts(PROGRAM, row.program()))
                .filter(row -> filter.accepts(ARM, row.arm() == null ? null : row.arm().id()));
    }

    private static Stream<SkillGap> skillGaps(Snapshot snapshot, Filter filter) {
        return snapshot.company(CompanyResult::skillGaps)
                .filter(gap -> filter.accepts(SKILL, gap.skill()));
    }

    private static Stream<TrendRow> trends(Snapshot snapshot, Filter filter) {
        return programs(snapshot, filter).flatMap(program -> program.trends().stream()
                .filter(point -> filter.accepts(METRIC, point.metric()))
                .filter(point -> filter.accepts(ARM, point.arm().id()))
                .map(point -> TrendRow.of(program, point)));
    }
}
