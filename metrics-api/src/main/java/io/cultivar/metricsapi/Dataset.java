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
    PROGRAMS(
            "/v1/programs",
            "Programs at a glance",
            ProgramRow.class,
            List.of(),
            ofPrograms(program -> Stream.of(ProgramRow.of(program)))),
    EFFECTS("/v1/effects", "What programs did to metrics", EffectRow.class, List.of(PROGRAM, METRIC), Dataset::effects),
    STAGGERED(
            "/v1/staggered",
            "What programs did that reached people at different times",
            StaggeredRow.class,
            List.of(PROGRAM, METRIC, KIND),
            Dataset::staggered),
    ASSESSMENTS(
            "/v1/assessments",
            "What people scored before and after",
            AssessmentRow.class,
            List.of(PROGRAM),
            ofPrograms(program -> program.assessments().stream().map(result -> AssessmentRow.of(program, result)))),
    FEEDBACK(
            "/v1/feedback",
            "What respondents said",
            FeedbackRow.class,
            List.of(PROGRAM),
            ofPrograms(program -> program.feedback().stream().map(feedback -> FeedbackRow.of(program, feedback)))),
    THEMES(
            "/v1/feedback/themes",
            "What comments are about",
            ThemeRow.class,
            List.of(PROGRAM),
            ofPrograms(program -> program.feedback().stream().flatMap(feedback -> ThemeRow.all(program, feedback)))),
    RETENTION(
            "/v1/retention",
            "Who stayed, by arm",
            RetentionRow.class,
            List.of(PROGRAM),
            ofPrograms(program -> program.retention().stream().map(rate -> RetentionRow.of(program, rate)))),
    CURVES(
            "/v1/retention/curves",
            "How long people stayed, day by day, by arm and in the whole company",
            SurvivalRow.class,
            List.of(PROGRAM, ARM),
            Dataset::curves),
    COMPARISONS(
            "/v1/retention/comparisons",
            "Whether the treated stayed longer",
            RetentionComparisonRow.class,
            List.of(PROGRAM),
            ofPrograms(RetentionComparisonRow::of)),
    COSTS(
            "/v1/costs",
            "What programs cost, fully loaded",
            CostRow.class,
            List.of(PROGRAM),
            ofPrograms(program -> Stream.of(CostRow.of(program)))),
    ROI(
            "/v1/roi",
            "What programs returned",
            RoiRow.class,
            List.of(PROGRAM),
            ofPrograms(program -> Stream.of(RoiRow.of(program)))),
    PORTFOLIO(
            "/v1/roi/portfolio",
            "What all programs returned together, by currency",
            PortfolioRow.class,
            List.of(),
            (snapshot, filter) -> PortfolioRow.all(snapshot)),
    SOURCING(
            "/v1/sourcing",
            "In-house or external, by skill area",
            SourcingRow.class,
            List.of(SKILL_AREA),
            (snapshot, filter) -> SourcingRow.all(snapshot).filter(row -> filter.accepts(SKILL_AREA, row.skillArea()))),
    PROVIDERS(
            "/v1/providers",
            "How providers do, and what they are paid",
            ProviderRow.class,
            List.of(PROVIDER),
            (snapshot, filter) -> ProviderRow.all(snapshot).filter(row -> filter.accepts(PROVIDER, row.provider()))),
    SKILL_GAPS(
            "/v1/skills/gaps",
            "How far people are from what their work needs",
            SkillGap.class,
            List.of(SKILL),
            Dataset::skillGaps),
    TRENDS("/v1/trends", "Metrics by month and arm", TrendRow.class, List.of(PROGRAM, METRIC, ARM), Dataset::trends),
    DATA_QUALITY(
            "/v1/data-quality",
            "What is known about the input, and what is withheld",
            DataQualityRow.class,
            List.of(),
            (snapshot, filter) -> Stream.of(DataQualityRow.of(snapshot)));

    private static final String VERSION = "/v1/";

    /** Which rows a snapshot has for a filter. */
    private interface Rows<R extends Record> {
        Stream<R> read(Snapshot snapshot, Filter filter);
    }

    private final String path;
    private final String title;
    private final List<String> parameters;
    private final Class<? extends Record> row;
    private final List<Column> columns;
    private final Rows<?> rows;

    <R extends Record> Dataset(String path, String title, Class<R> row, List<String> parameters, Rows<R> rows) {
        this.path = path;
        this.title = title;
        this.row = row;
        this.columns = Column.of(row);
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

    /** What each row is. */
    Class<? extends Record> row() {
        return row;
    }

    /** The columns in CSV. */
    List<Column> columns() {
        return columns;
    }

    /** The name of the table in a file system, without an end. */
    String fileName() {
        return path.substring(VERSION.length()).replace('/', '-');
    }

    /** The rows that the filter asks for; none where it names a program or metric that there is not. */
    Envelope read(Snapshot snapshot, Filter filter) {
        List<Record> data = rows.read(snapshot, filter).map(Record.class::cast).toList();
        return Envelope.of(snapshot, data);
    }

    private static <R extends Record> Rows<R> ofPrograms(Function<ProgramResult, Stream<R>> rows) {
        return (snapshot, filter) -> programs(snapshot, filter).flatMap(rows);
    }

    private static Stream<ProgramResult> programs(Snapshot snapshot, Filter filter) {
        return snapshot.programs().stream().filter(program -> filter.accepts(PROGRAM, program.program()));
    }

    private static Stream<EffectRow> effects(Snapshot snapshot, Filter filter) {
        return programs(snapshot, filter)
                .flatMap(program -> program.effects().stream()
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
                .filter(row ->
                        filter.accepts(ARM, row.arm() == null ? null : row.arm().id()));
    }

    private static Stream<SkillGap> skillGaps(Snapshot snapshot, Filter filter) {
        return snapshot.company(CompanyResult::skillGaps).filter(gap -> filter.accepts(SKILL, gap.skill()));
    }

    private static Stream<TrendRow> trends(Snapshot snapshot, Filter filter) {
        return programs(snapshot, filter)
                .flatMap(program -> program.trends().stream()
                        .filter(point -> filter.accepts(METRIC, point.metric()))
                        .filter(point -> filter.accepts(ARM, point.arm().id()))
                        .map(point -> TrendRow.of(program, point)));
    }
}
