package io.cultivar.metricsapi.tables;

import static io.cultivar.metricsapi.tables.Key.by;
import static io.cultivar.metricsapi.tables.Key.option;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.SkillGap;
import io.cultivar.metricsapi.published.RestatementRow;
import io.cultivar.metricsapi.published.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables that REST serves: where, which rows they have, and by what these can be chosen. */
public enum Dataset {
    PROGRAMS(
            "/v1/programs",
            "Programs at a glance",
            ProgramRow.class,
            ofPrograms(program -> Stream.of(ProgramRow.of(program))),
            List.of(
                    by(Parameter.PROGRAM, ProgramRow::program),
                    by(Parameter.PROVIDER, ProgramRow::provider),
                    by(Parameter.SKILL_AREA, ProgramRow::skillArea),
                    by(Parameter.SOURCING, ProgramRow::sourcing),
                    Key.grade(ProgramRow::evidence),
                    by(Parameter.DECISION, ProgramRow::decision),
                    Key.lowerAbove(row -> Key.lower(row.roi())))),
    EFFECTS(
            "/v1/effects",
            "What programs did to metrics",
            EffectRow.class,
            (snapshot, filter) -> snapshot.programs().stream()
                    .flatMap(program ->
                            program.effects().stream().map(effect -> EffectRow.of(snapshot, program, effect))),
            List.of(
                    by(Parameter.PROGRAM, EffectRow::program),
                    by(Parameter.METRIC, EffectRow::metric),
                    Key.grade(EffectRow::evidence),
                    by(Parameter.DECISION, EffectRow::decision),
                    Key.lowerAbove(Key::lower),
                    option(Parameter.AS_OF))),
    STAGGERED(
            "/v1/staggered",
            "What programs did that reached people at different times",
            StaggeredRow.class,
            ofPrograms(
                    program -> program.staggered().stream().flatMap(staggered -> StaggeredRow.all(program, staggered))),
            List.of(
                    by(Parameter.PROGRAM, StaggeredRow::program),
                    by(Parameter.METRIC, StaggeredRow::metric),
                    by(Parameter.KIND, StaggeredRow::kind))),
    ASSESSMENTS(
            "/v1/assessments",
            "What people scored before and after",
            AssessmentRow.class,
            ofPrograms(program -> program.assessments().stream().map(result -> AssessmentRow.of(program, result))),
            List.of(
                    by(Parameter.PROGRAM, AssessmentRow::program),
                    by(Parameter.ARM, AssessmentRow::arm),
                    by(Parameter.SKILL, AssessmentRow::skill),
                    option(Parameter.AS_OF))),
    FEEDBACK(
            "/v1/feedback",
            "What respondents said",
            FeedbackRow.class,
            ofPrograms(program -> program.feedback().stream().map(feedback -> FeedbackRow.of(program, feedback))),
            List.of(by(Parameter.PROGRAM, FeedbackRow::program), by(Parameter.RESPONDENT, FeedbackRow::respondent))),
    THEMES(
            "/v1/feedback/themes",
            "What comments are about",
            ThemeRow.class,
            ofPrograms(program -> program.feedback().stream().flatMap(feedback -> ThemeRow.all(program, feedback))),
            List.of(
                    by(Parameter.PROGRAM, ThemeRow::program),
                    by(Parameter.RESPONDENT, ThemeRow::respondent),
                    by(Parameter.THEME, ThemeRow::theme))),
    RETENTION(
            "/v1/retention",
            "Who stayed, by arm",
            RetentionRow.class,
            ofPrograms(program -> program.retention().stream().map(rate -> RetentionRow.of(program, rate))),
            List.of(
                    by(Parameter.PROGRAM, RetentionRow::program),
                    by(Parameter.ARM, RetentionRow::arm),
                    by(Parameter.HORIZON, RetentionRow::horizonDays))),
    CURVES(
            "/v1/retention/curves",
            "How long people stayed, day by day, by arm and in the whole company",
            SurvivalRow.class,
            (snapshot, filter) -> Dataset.curves(snapshot),
            List.of(by(Parameter.PROGRAM, SurvivalRow::program), by(Parameter.ARM, SurvivalRow::arm))),
    CURVE_POINTS(
            "/v1/retention/curves/points",
            "The same curves with a row for each step, for spreadsheets",
            SurvivalPointRow.class,
            (snapshot, filter) -> Dataset.curves(snapshot).flatMap(SurvivalPointRow::all),
            List.of(by(Parameter.PROGRAM, SurvivalPointRow::program), by(Parameter.ARM, SurvivalPointRow::arm))),
    COMPARISONS(
            "/v1/retention/comparisons",
            "Whether the treated stayed longer",
            RetentionComparisonRow.class,
            ofPrograms(RetentionComparisonRow::of),
            List.of(
                    by(Parameter.PROGRAM, RetentionComparisonRow::program),
                    Key.grade(RetentionComparisonRow::evidence),
                    option(Parameter.AS_OF))),
    COSTS(
            "/v1/costs",
            "What programs cost, fully loaded",
            CostRow.class,
            ofPrograms(program -> Stream.of(CostRow.of(program))),
            List.of(
                    by(Parameter.PROGRAM, CostRow::program),
                    by(Parameter.CURRENCY, CostRow::currency),
                    option(Parameter.AS_OF))),
    COST_GROUPS(
            "/v1/costs/groups",
            "Costs added up by program, category, provider and quarter, or some of these",
            CostGroupRow.class,
            CostGroups::rows,
            List.of(
                    option(Parameter.GROUP_BY),
                    option(Parameter.PROGRAM),
                    option(Parameter.CATEGORY),
                    option(Parameter.PROVIDER),
                    option(Parameter.CURRENCY),
                    option(Parameter.FROM),
                    option(Parameter.TO))),
    ROI(
            "/v1/roi",
            "What programs returned",
            RoiRow.class,
            ofPrograms(program -> Stream.of(RoiRow.of(program))),
            List.of(
                    by(Parameter.PROGRAM, RoiRow::program),
                    by(Parameter.CURRENCY, RoiRow::currency),
                    Key.grade(RoiRow::evidence),
                    by(Parameter.DECISION, RoiRow::decision),
                    Key.lowerAbove(row -> Key.lower(row.roi())),
                    option(Parameter.AS_OF))),
    PORTFOLIO(
            "/v1/roi/portfolio",
            "What all programs returned together, by currency",
            PortfolioRow.class,
            (snapshot, filter) -> PortfolioRow.all(snapshot),
            List.of(by(Parameter.CURRENCY, PortfolioRow::currency), option(Parameter.AS_OF))),
    SOURCING(
            "/v1/sourcing",
            "In-house or external, by skill area",
            SourcingRow.class,
            (snapshot, filter) -> SourcingRow.all(snapshot),
            List.of(by(Parameter.SKILL_AREA, SourcingRow::skillArea))),
    PROVIDERS(
            "/v1/providers",
            "How providers do, and what they are paid",
            ProviderRow.class,
            (snapshot, filter) -> ProviderRow.all(snapshot),
            List.of(
                    by(Parameter.PROVIDER, ProviderRow::provider),
                    by(Parameter.MISSED_TARGET, ProviderRow::hasMissedTarget))),
    SKILL_GAPS(
            "/v1/skills/gaps",
            "How far people are from what their work needs",
            SkillGap.class,
            SkillGaps::rows,
            List.of(
                    by(Parameter.SKILL, SkillGap::skill),
                    by(Parameter.GROUP, SkillGap::group),
                    option(Parameter.SORT))),
    TRENDS(
            "/v1/trends",
            "Metrics by period and arm",
            TrendRow.class,
            Trends::rows,
            List.of(
                    option(Parameter.PROGRAM),
                    option(Parameter.METRIC),
                    option(Parameter.ARM),
                    option(Parameter.BUCKET),
                    option(Parameter.FROM),
                    option(Parameter.TO),
                    option(Parameter.TIMEZONE))),
    TREND_DIFFERENCES(
            "/v1/trends/differences",
            "Treatment against control by period: whether an effect lasts",
            TrendDifferenceRow.class,
            Trends::differences,
            List.of(
                    option(Parameter.PROGRAM),
                    option(Parameter.METRIC),
                    option(Parameter.BUCKET),
                    option(Parameter.FROM),
                    option(Parameter.TO),
                    option(Parameter.TIMEZONE))),
    RESTATEMENTS(
            "/v1/restatements",
            "Which published figures changed, and what kind of input caused it",
            RestatementRow.class,
            (snapshot, filter) -> snapshot.restatements().filter(row -> filter.coversPublication(row.published())),
            List.of(
                    by(Parameter.PROGRAM, RestatementRow::program),
                    by(Parameter.FIGURE, RestatementRow::figure),
                    by(Parameter.CHANGE, RestatementRow::change),
                    new Key<>(
                            Parameter.CAUSE,
                            (filter, row) -> filter.list(Parameter.CAUSE).isEmpty()
                                    || row.causes().stream().anyMatch(cause -> filter.accepts(Parameter.CAUSE, cause))),
                    option(Parameter.SINCE),
                    option(Parameter.UNTIL))),
    DATA_QUALITY(
            "/v1/data-quality",
            "What is known about the input, and what is withheld",
            DataQualityRow.class,
            (snapshot, filter) -> Stream.of(DataQualityRow.of(snapshot)),
            List.of());

    private static final String VERSION = "/v1/";

    private final String path;
    private final String title;
    private final Class<? extends Record> row;
    private final List<Column> columns;
    private final List<Parameter> parameters;
    private final BiFunction<Snapshot, Filter, Stream<? extends Record>> rows;

    <R extends Record> Dataset(
            String path, String title, Class<R> row, BiFunction<Snapshot, Filter, Stream<R>> rows, List<Key<R>> keys) {
        this.path = path;
        this.title = title;
        this.row = row;
        this.columns = Column.of(row);
        this.parameters = keys.stream().map(Key::parameter).toList();
        this.rows = (snapshot, filter) -> rows.apply(snapshot, filter)
                .filter(candidate -> keys.stream().allMatch(key -> key.accepts(filter, candidate)));
    }

    /** The table with this name of a file. */
    public static Optional<Dataset> named(String fileName) {
        return Arrays.stream(values())
                .filter(dataset -> dataset.fileName().equals(fileName))
                .findFirst();
    }

    /** Where REST serves it. */
    public String path() {
        return path;
    }

    /** What it is, for people. */
    public String title() {
        return title;
    }

    /** By what its rows can be chosen and put together. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** What each row is. */
    public Class<? extends Record> row() {
        return row;
    }

    /** The columns in CSV. */
    public List<Column> columns() {
        return columns;
    }

    /** The name of the table in a file system, without an end. */
    public String fileName() {
        return path.substring(VERSION.length()).replace('/', '-');
    }

    /** The rows that the filter asks for; none where it names a program or metric that there is not. */
    public List<Record> rows(Snapshot snapshot, Filter filter) {
        return stream(snapshot, filter).toList();
    }

    /** The same rows, each made when it is asked for. */
    public Stream<Record> stream(Snapshot snapshot, Filter filter) {
        return rows.apply(snapshot, filter).map(Record.class::cast);
    }

    private static <R extends Record> BiFunction<Snapshot, Filter, Stream<R>> ofPrograms(
            Function<ProgramResult, Stream<R>> rows) {
        return (snapshot, filter) -> snapshot.programs().stream()
                .filter(program -> filter.accepts(Parameter.PROGRAM, program.program()))
                .flatMap(rows);
    }

    private static Stream<SurvivalRow> curves(Snapshot snapshot) {
        Stream<SurvivalRow> company = snapshot.company(CompanyResult::survival).map(SurvivalRow::ofCompany);
        Stream<SurvivalRow> programs = snapshot.programs().stream()
                .flatMap(program -> program.survival().stream().map(curve -> SurvivalRow.of(program, curve)));
        return Stream.concat(company, programs);
    }
}
