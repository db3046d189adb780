package io.cultivar.evaluation.sums;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.event.Respondent;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.event.SubjectKind;
import io.cultivar.contract.result.Bucket;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What a vector of sums is about, and so what its places mean. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "cell")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Cell.Members.class, name = "members"),
    @JsonSubTypes.Type(value = Cell.Change.class, name = "change"),
    @JsonSubTypes.Type(value = Cell.UncappedChange.class, name = "uncapped-change"),
    @JsonSubTypes.Type(value = Cell.Placebo.class, name = "placebo"),
    @JsonSubTypes.Type(value = Cell.Pending.class, name = "pending"),
    @JsonSubTypes.Type(value = Cell.Money.class, name = "money"),
    @JsonSubTypes.Type(value = Cell.IsolatedMoney.class, name = "isolated-money"),
    @JsonSubTypes.Type(value = Cell.Salary.class, name = "salary"),
    @JsonSubTypes.Type(value = Cell.Attendance.class, name = "attendance"),
    @JsonSubTypes.Type(value = Cell.Scores.class, name = "scores"),
    @JsonSubTypes.Type(value = Cell.ScoreChange.class, name = "score-change"),
    @JsonSubTypes.Type(value = Cell.Certification.class, name = "certification"),
    @JsonSubTypes.Type(value = Cell.LeadTime.class, name = "lead-time"),
    @JsonSubTypes.Type(value = Cell.Responses.class, name = "responses"),
    @JsonSubTypes.Type(value = Cell.ThemeNamed.class, name = "theme-named"),
    @JsonSubTypes.Type(value = Cell.Quote.class, name = "quote"),
    @JsonSubTypes.Type(value = Cell.Stay.class, name = "stay"),
    @JsonSubTypes.Type(value = Cell.Tenure.class, name = "tenure"),
    @JsonSubTypes.Type(value = Cell.Trend.class, name = "trend"),
    @JsonSubTypes.Type(value = Cell.Starts.class, name = "starts"),
    @JsonSubTypes.Type(value = Cell.Panel.class, name = "panel"),
    @JsonSubTypes.Type(value = Cell.PeriodPair.class, name = "period-pair"),
    @JsonSubTypes.Type(value = Cell.Cost.class, name = "cost"),
    @JsonSubTypes.Type(value = Cell.GroupMembers.class, name = "group-members"),
    @JsonSubTypes.Type(value = Cell.SkillLevels.class, name = "skill-levels"),
    @JsonSubTypes.Type(value = Cell.SharedLevels.class, name = "shared-levels"),
    @JsonSubTypes.Type(value = Cell.SkillRequirement.class, name = "skill-requirement"),
    @JsonSubTypes.Type(value = Cell.ProviderFigure.class, name = "provider-figure"),
    @JsonSubTypes.Type(value = Cell.SourcingScore.class, name = "sourcing-score"),
    @JsonSubTypes.Type(value = Cell.SharedPeople.class, name = "shared-people"),
    @JsonSubTypes.Type(value = Cell.DataQuality.class, name = "data-quality")
})
public sealed interface Cell {

    /** The scope of cells that are about no single program. */
    String COMPANY = "company";

    /** The result that this cell belongs to: {@code program/<id>}, or {@link #COMPANY}. Cells of a scope meet in one task. */
    @JsonIgnore
    String scope();

    /** A cell of one program. */
    sealed interface OfProgram extends Cell {
        /** The program. */
        String program();

        @Override
        default String scope() {
            return SubjectKind.PROGRAM.key(program());
        }
    }

    /** People by cohort and design: [people, those whose after-window is still open]. */
    record Members(String program, Cohort cohort, Design design) implements OfProgram {}

    /**
     * Before x and after y of people with both, d = y - x, and c = 1 for those who completed the program: [n, Sx, Sy, Sxx,
     * Syy, Sxy, Sddd, Sc, Scd].
     */
    record Change(String program, String metric, Cohort cohort) implements OfProgram {}

    /**
     * The same of the values as measured, for metrics with a cap: [n, Sx, Sy, Sxx, Syy, Sxy, people of whom the cap changed
     * x or y].
     */
    record UncappedChange(String program, String metric, Cohort cohort) implements OfProgram {}

    /** Two windows before the program, x the earlier and y the later: [n, Sx, Sy, Sxx, Syy, Sxy]. */
    record Placebo(String program, String metric, Cohort cohort) implements OfProgram {}

    /** People with a before-value, no after-value yet and an open after-window: [n]. */
    record Pending(String program, String metric, Cohort cohort) implements OfProgram {}

    /** Money total m of each person with a change in every monetary outcome: [n, Sm, Smm, Smmm]. */
    record Money(String program, Cohort cohort) implements OfProgram {}

    /** The same with each outcome times its isolation factor and confidence, where all declare one: [n, Sm, Smm, Smmm]. */
    record IsolatedMoney(String program, Cohort cohort) implements OfProgram {}

    /** Yearly salary s, on the index day, of people employed then: [n, Ss]. */
    record Salary(String program, Cohort cohort, String currency) implements OfProgram {}

    /** [enrolled, completed, failed, withdrawn, certified, people with a known duration, their seconds]. */
    record Attendance(String program) implements OfProgram {}

    /**
     * Scores s of one phase, each person's newest, as share of the scale, in one assessment or in all of one skill (the other
     * is null): [n, Ss, Sss, attempts, people of whose newest attempt it is told whether it was enough, those for whom it was].
     */
    record Scores(
            String program,
            @Nullable String assessment,
            @Nullable String skill,
            Cohort cohort,
            Phase phase) implements OfProgram {}

    /** Scores x of one phase and y of a later one, of people with both: [n, Sx, Sy, Sxx, Syy, Sxy]. */
    record ScoreChange(
            String program,
            @Nullable String assessment,
            @Nullable String skill,
            Cohort cohort,
            Phase from,
            Phase to) implements OfProgram {}

    /** [people of whom it is told whether they earned a certificate, people who hold one]. */
    record Certification(String program) implements OfProgram {}

    /** From enrolling to completing: [people, their days]. */
    record LeadTime(String program) implements OfProgram {}

    /**
     * Feedback of one kind of respondent: [responses, those with a satisfaction, its sum, those with a recommendation, its sum,
     * promoters, detractors, those that tell whether the learning is applied, those where it is], and how many people stand
     * behind them: [people, who told a satisfaction, a recommendation, whether they apply it, that they do].
     */
    record Responses(String program, Respondent respondent) implements OfProgram {}

    /** A coded theme: [responses that name it, people]. */
    record ThemeNamed(String program, Respondent respondent, String theme) implements OfProgram {}

    /** What somebody said who agreed to be quoted; the text is part of the key, so that it goes when nobody says it: [responses]. */
    record Quote(String program, Respondent respondent, String text) implements OfProgram {}

    /** People employed on their index day, by that day and the day they left (days since 1970, UTC): [people]. */
    record Stay(
            String program,
            Cohort cohort,
            long entryDay,
            @Nullable Long exitDay,
            @Nullable LeavingKind kind) implements OfProgram {}

    /** Employments of the company, by the day of the hire and of leaving (days since 1970, UTC): [employments]. */
    record Tenure(
            long entryDay, @Nullable Long exitDay, @Nullable LeavingKind kind) implements Cell {
        @Override
        public String scope() {
            return COMPANY;
        }
    }

    /** Means v of a metric in the period that begins on a day, one a person: [n, Sv, Svv]. */
    record Trend(String program, String metric, Cohort cohort, Bucket bucket, LocalDate from) implements OfProgram {}

    /** People by the period in which their turn came; null where it never did: [people]. */
    record Starts(String program, Cohort cohort, @Nullable Integer start) implements OfProgram {}

    /**
     * Runs of {@code length} consecutive periods in which people were measured, v_0 and so on being the values: [n, those
     * whose newest run it is, Sv_0, Sv_1, ..., Sv_0v_0, Sv_0v_1, ..., Sv_1v_1, ...], the upper triangle row by row.
     */
    record Panel(
            String program,
            String metric,
            Cohort cohort,
            @Nullable Integer start,
            int firstPeriod,
            int length) implements OfProgram {}

    /** Changes d between two periods of people who were not measured in every period between them: [n, Sd, Sdd]. */
    record PeriodPair(
            String program,
            String metric,
            Cohort cohort,
            @Nullable Integer start,
            int earlier,
            int later) implements OfProgram {}

    /** Posted costs: [postings, amount, sum of the squared standard errors]. */
    record Cost(
            String program, CostCategory category, @Nullable String provider, String currency, YearMonth month)
            implements OfProgram {}

    /** A cell of the whole company. */
    sealed interface OfCompany extends Cell {
        @Override
        default String scope() {
            return COMPANY;
        }
    }

    /** People employed in a department or role: [people]. */
    record GroupMembers(String group) implements OfCompany {}

    /** People employed in a group, by their newest level in a skill: [people]. */
    record SkillLevels(String skill, String group, BigDecimal level) implements OfCompany {
        public SkillLevels {
            level = Sums.canonical(level);
        }
    }

    /** People with a level in a skill who are of two groups, a department and a role; {@code one} sorts before other: [people]. */
    record SharedLevels(String skill, String one, String other) implements OfCompany {}

    /** What a group needs: [1, level]. */
    record SkillRequirement(String skill, String group) implements OfCompany {}

    /** How a provider did at one time on one figure: [1]. */
    record ProviderFigure(String provider, String kpi, Instant time, BigDecimal value, BigDecimal target, Better better)
            implements OfCompany {
        public ProviderFigure {
            value = Sums.canonical(value);
            target = Sums.canonical(target);
        }
    }

    /** The standing judgement of a factor: [1]. */
    record SourcingScore(
            String skillArea, Sourcing sourcing, String factor, BigDecimal score, String author, String reason)
            implements OfCompany {
        public SourcingScore {
            score = Sums.canonical(score);
        }
    }

    /** People who belong to two programs, {@code one} sorting before {@code other}: [people]. */
    record SharedPeople(String one, String other) implements OfCompany {}

    /** [event ids with two contents, facts claimed twice at one recorded time, erased people]. */
    record DataQuality() implements Cell {
        @Override
        public String scope() {
            return COMPANY;
        }
    }
}
