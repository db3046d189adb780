package io.cultivar.evaluation.program;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.event.Respondent;
import io.cultivar.contract.result.Bucket;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.statistics.ChangeSums;
import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.statistics.PairedSums;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sums of one program, made by hand: numbers are written with blanks between them. */
public final class Figures {

    public static final String PROGRAM = "selling";
    public static final String METRIC = "sales";

    /** Day 1000 since 1970, at noon. */
    public static final Instant AS_OF = Instant.ofEpochSecond(1_000L * 86_400 + 43_200);

    private final Contribution.Builder sums = new Contribution.Builder();

    public Figures add(Cell cell, Sums more) {
        sums.add(cell, more);
        return this;
    }

    public Figures members(Cohort cohort, Design design, long people, long open) {
        return add(new Cell.Members(PROGRAM, cohort, design), Sums.ofCounts(people, open));
    }

    public Figures changes(String metric, Cohort cohort, String before, String after) {
        return changes(metric, cohort, before, after, Set.of());
    }

    /** Everybody with an after-value of these completed the program. */
    public Figures changes(String metric, Cohort cohort, String before, String after, Set<String> completed) {
        Cell cell = new Cell.Change(PROGRAM, metric, cohort);
        List<BigDecimal> x = numbers(before);
        List<String> y = words(after);
        for (int i = 0; i < x.size(); i++) {
            add(cell, ChangeSums.of(x.get(i), new BigDecimal(y.get(i)), completed.contains(y.get(i))));
        }
        return this;
    }

    public Figures uncapped(String metric, Cohort cohort, String before, String after) {
        return uncapped(metric, cohort, before, after, Set.of());
    }

    /** The cap changes those whose after-value is one of these. */
    public Figures uncapped(String metric, Cohort cohort, String before, String after, Set<String> capped) {
        List<BigDecimal> x = numbers(before);
        List<String> y = words(after);
        for (int i = 0; i < x.size(); i++) {
            add(
                    new Cell.UncappedChange(PROGRAM, metric, cohort),
                    PairedSums.of(x.get(i), new BigDecimal(y.get(i)))
                            .and(capped.contains(y.get(i)) ? BigDecimal.ONE : BigDecimal.ZERO));
        }
        return this;
    }

    public Figures placebo(String metric, Cohort cohort, String earlier, String later) {
        return pairs(new Cell.Placebo(PROGRAM, metric, cohort), earlier, later);
    }

    public Figures gains(String assessment, Cohort cohort, String pre, String post) {
        return scoreChanges(assessment, cohort, Phase.PRE, Phase.POST, pre, post);
    }

    public Figures scoreChanges(String assessment, Cohort cohort, Phase from, Phase to, String earlier, String later) {
        return pairs(new Cell.ScoreChange(PROGRAM, assessment, null, cohort, from, to), earlier, later);
    }

    public Figures pending(String metric, Cohort cohort, long people) {
        return add(new Cell.Pending(PROGRAM, metric, cohort), Sums.ofCounts(people));
    }

    public Figures money(Cohort cohort, String totals) {
        numbers(totals).forEach(total -> add(new Cell.Money(PROGRAM, cohort), Moments.withCube(total)));
        return this;
    }

    public Figures scores(String assessment, Cohort cohort, Phase phase, String scores) {
        return scores(new Cell.Scores(PROGRAM, assessment, null, cohort, phase), scores, 0, 0);
    }

    /** One attempt each; so many people are judged, and so many of them passed. */
    public Figures scores(Cell.Scores cell, String scores, long judged, long passed) {
        numbers(scores)
                .forEach(score -> add(
                        cell,
                        Sums.of(
                                BigDecimal.ONE,
                                score,
                                score.multiply(score),
                                BigDecimal.ONE,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO)));
        return add(cell, Sums.ofCounts(0, 0, 0, 0, judged, passed));
    }

    public Figures trend(String metric, Cohort cohort, String month, String values) {
        return values(
                new Cell.Trend(
                        PROGRAM,
                        metric,
                        cohort,
                        Bucket.MONTH,
                        YearMonth.parse(month).atDay(1)),
                values);
    }

    public Figures weeklyTrend(String metric, Cohort cohort, String monday, String values) {
        return values(new Cell.Trend(PROGRAM, metric, cohort, Bucket.WEEK, LocalDate.parse(monday)), values);
    }

    /** [enrolled, completed, failed, withdrawn, certified, timed, seconds]. */
    public Figures attendance(long... places) {
        return add(new Cell.Attendance(PROGRAM), Sums.ofCounts(places));
    }

    /** People of whom it is told whether they earned a certificate, and who hold one. */
    public Figures certification(long attempted, long held) {
        return add(new Cell.Certification(PROGRAM), Sums.ofCounts(attempted, held));
    }

    public Figures leadTime(long people, long days) {
        return add(new Cell.LeadTime(PROGRAM), Sums.ofCounts(people, days));
    }

    /** The places of {@link Cell.Responses}. */
    public Figures responses(Respondent respondent, long... places) {
        return add(new Cell.Responses(PROGRAM, respondent), Sums.ofCounts(places));
    }

    public Figures theme(Respondent respondent, String theme, long responses, long people) {
        return add(new Cell.ThemeNamed(PROGRAM, respondent, theme), Sums.ofCounts(responses, people));
    }

    public Figures quote(Respondent respondent, String text) {
        return add(new Cell.Quote(PROGRAM, respondent, text), Sums.ofCounts(1));
    }

    public Figures stay(Cohort cohort, long entryDay, @Nullable Long exitDay, long people) {
        LeavingKind kind = exitDay == null ? null : LeavingKind.VOLUNTARY;
        return add(new Cell.Stay(PROGRAM, cohort, entryDay, exitDay, kind), Sums.ofCounts(people));
    }

    public Figures cost(CostCategory category, String currency, String amount) {
        return cost(category, currency, amount, "0");
    }

    public Figures cost(CostCategory category, String currency, String amount, String standardError) {
        var cell = new Cell.Cost(PROGRAM, category, null, currency, YearMonth.of(1972, 1));
        return add(cell, Sums.of(BigDecimal.ONE, new BigDecimal(amount), new BigDecimal(standardError).pow(2)));
    }

    public Figures isolatedMoney(Cohort cohort, String totals) {
        numbers(totals).forEach(total -> add(new Cell.IsolatedMoney(PROGRAM, cohort), Moments.withCube(total)));
        return this;
    }

    public Figures salaries(Cohort cohort, String currency, String salaries) {
        numbers(salaries)
                .forEach(salary -> add(new Cell.Salary(PROGRAM, cohort, currency), Sums.of(BigDecimal.ONE, salary)));
        return this;
    }

    ProgramSums programSums() {
        return new ProgramSums(sums.build().cells());
    }

    public ProgramResult evaluate(Known definitions) {
        return evaluate(definitions, AS_OF);
    }

    public ProgramResult evaluate(Known definitions, Instant asOf) {
        return ProgramEvaluation.of(PROGRAM, definitions, sums.build().cells(), asOf, false)
                .orElseThrow();
    }

    private Figures values(Cell cell, String numbers) {
        numbers(numbers).forEach(value -> add(cell, Moments.of(value)));
        return this;
    }

    private Figures pairs(Cell cell, String first, String second) {
        List<BigDecimal> x = numbers(first);
        List<BigDecimal> y = numbers(second);
        for (int i = 0; i < x.size(); i++) {
            add(cell, PairedSums.of(x.get(i), y.get(i)));
        }
        return this;
    }

    private static List<BigDecimal> numbers(String numbers) {
        return words(numbers).stream().map(BigDecimal::new).toList();
    }

    private static List<String> words(String numbers) {
        return Arrays.stream(numbers.split(" ", -1))
                .filter(number -> !number.isEmpty())
                .toList();
    }
}
