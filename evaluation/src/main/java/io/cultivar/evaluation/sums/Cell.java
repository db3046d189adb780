package io.cultivar.evaluation.sums;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.event.SubjectKind;
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
    @JsonSubTypes.Type(value = Cell.Gain.class, name = "gain"),
    @JsonSubTypes.Type(value = Cell.Stay.class, name = "stay"),
    @JsonSubTypes.Type(value = Cell.Tenure.class, name = "tenure"),
    @JsonSubTypes.Type(value = Cell.Trend.class, name = "trend"),
    @JsonSubTypes.Type(value = Cell.Cost.class, name = "cost"),
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

    /** The same of the values as measured, for metrics with a cap: [n, Sx, Sy, Sxx, Syy, Sxy]. */
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

    /** Scores s of one phase, each person's newest, as share of the scale: [n, Ss, Sss]. */
    record Scores(String program, String assessment, Cohort cohort, Phase phase) implements OfProgram {}

    /** Pre x and post y scores of people with both: [n, Sx, Sy, Sxx, Syy, Sxy]. */
    record Gain(String program, String assessment, Cohort cohort) implements OfProgram {}

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

    /** Person-month means v of a metric: [n, Sv, Svv]. */
    record Trend(String program, String metric, Cohort cohort, YearMonth month) implements OfProgram {}

    /** Posted costs: [postings, amount, sum of the squared standard errors]. */
    record Cost(
            String program, CostCategory category, @Nullable String provider, String currency, YearMonth month)
            implements OfProgram {}

    /** [event ids with two contents, facts claimed twice at one recorded time, erased people]. */
    record DataQuality() implements Cell {
        @Override
        public String scope() {
            return COMPANY;
        }
    }
}
