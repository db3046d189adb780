package io.cultivar.metricsapi.page;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.Bucket;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.TreatmentStart;
import io.cultivar.metricsapi.explained.Plain;
import io.cultivar.metricsapi.explained.ProgramFacts;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.tables.Filter;
import io.cultivar.metricsapi.tables.Parameter;
import io.cultivar.metricsapi.tables.TrendRow;
import io.cultivar.metricsapi.tables.Trends;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A metric period by period, trained beside controls, each with the interval of its mean and the start of the program. */
final class TrendChart {

    /** One metric; {@code starts} are the first days of the periods in which treatment began, where that is published. */
    record Trend(String label, List<LocalDate> starts, List<Point> points) {}

    /** One period of one arm; provisional where it is not over. */
    record Point(Arm arm, LocalDate from, ShownFigure mean, boolean provisional, String text) {}

    private TrendChart() {}

    /** One chart for each metric with a period, the one the program is judged by first. */
    static Stream<PageChart> of(Snapshot snapshot, ProgramResult program) {
        List<TrendRow> periods = Trends.rows(
                        snapshot,
                        new Filter(Map.of(
                                Parameter.PROGRAM, List.of(program.program()),
                                Parameter.BUCKET, List.of(Trends.FINEST))))
                .toList();
        List<Effect> effects = program.effects().stream()
                .sorted(Comparator.comparing(Effect::primary).reversed().thenComparing(Effect::metric))
                .toList();
        Stream<String> others = periods.stream().map(TrendRow::metric);
        return Stream.concat(effects.stream().map(Effect::metric), others)
                .distinct()
                .flatMap(metric -> of(program, metric, periods));
    }

    private static Stream<PageChart> of(ProgramResult program, String metric, List<TrendRow> periods) {
        List<TrendRow> months = periods.stream()
                .filter(period -> period.metric().equals(metric))
                .sorted(Comparator.comparing(TrendRow::from).thenComparing(TrendRow::arm))
                .toList();
        if (months.isEmpty()) {
            return Stream.empty();
        }
        String label = program.effects().stream()
                .filter(effect -> effect.metric().equals(metric))
                .map(EffectTable::metric)
                .findFirst()
                .orElse(metric);
        List<LocalDate> starts = starts(program, metric);
        List<Point> points = months.stream().flatMap(TrendChart::point).toList();
        return Stream.of(new PageChart(
                "trend-" + metric,
                "trend",
                "Over time: " + label,
                summary(program, metric, months, starts),
                new Trend(label, starts, points),
                false,
                html -> addTable(html, label, months)));
    }

    private static String summary(ProgramResult program, String metric, List<TrendRow> months, List<LocalDate> starts) {
        String effect = EffectTable.sentence(program, metric);
        long withheld = months.stream().filter(month -> shown(month) == null).count();
        return (months.get(0).bucket() == Bucket.WEEK ? "Weekly" : "Monthly")
                + " means of the trained and of the controls with 95 % intervals for one look; "
                + (effect.isEmpty() ? "no comparison of the two is estimable" : effect)
                + began(program, starts)
                + (withheld == 0
                        ? ""
                        : "; " + Plain.count(withheld, "period of an arm is", "periods of an arm are")
                                + " withheld: too few people")
                + ".";
    }

    private static String began(ProgramResult program, List<LocalDate> starts) {
        if (starts.isEmpty()) {
            return "";
        }
        Optional<LocalDate> most = ProgramFacts.started(program);
        if (starts.size() == 1) {
            return "; training began in " + period(program, starts.get(0))
                    + (most.isPresent() ? " for most" : " for some");
        }
        return "; training began in the periods from "
                + String.join(", ", starts.stream().map(LocalDate::toString).toList())
                + most.map(day -> ", for most in " + period(program, day)).orElse("");
    }

    /** The period of a program that begins on a day, in words. */
    private static String period(ProgramResult program, LocalDate from) {
        boolean monthly = program.definition() != null
                && program.definition().period().getPeriod().equals(Period.ofMonths(1));
        return monthly
                ? from.format(DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH))
                : "the period from " + from;
    }

    /** Those of the treatment arm, and where turns came in several periods, those of the cohorts that are published. */
    private static List<LocalDate> starts(ProgramResult program, String metric) {
        Stream<LocalDate> turns = program.staggered().stream()
                .filter(staggered -> staggered.metric().equals(metric))
                .flatMap(staggered -> staggered.group().stream())
                .filter(cohort -> cohort.withheld() == null)
                .flatMap(cohort -> Stream.ofNullable(cohort.start()));
        return Stream.concat(ProgramFacts.starts(program).map(TreatmentStart::from), turns)
                .distinct()
                .sorted()
                .toList();
    }

    private static @Nullable ShownFigure shown(TrendRow month) {
        Double mean = month.mean();
        Long people = month.measured();
        return month.withheld() != null || mean == null || people == null
                ? null
                : ShownFigure.ofMean(mean, month.standardDeviation(), people);
    }

    private static Stream<Point> point(TrendRow month) {
        ShownFigure mean = shown(month);
        if (mean == null) {
            return Stream.empty();
        }
        String interval = interval(mean);
        String text = "%s, %s: mean %s%s, %d people."
                .formatted(
                        period(month),
                        PageWords.arm(month.arm()).toLowerCase(Locale.ROOT),
                        PageWords.number(mean.value()),
                        interval.isEmpty() ? "" : " (95 % interval " + interval + ")",
                        month.measured());
        return Stream.of(new Point(month.arm(), month.from(), mean, month.provisional(), text));
    }

    private static String period(TrendRow row) {
        String name =
                row.month() == null ? "week from " + row.from() : row.month().toString();
        return row.provisional() ? name + " (not over)" : name;
    }

    static String interval(ShownFigure mean) {
        Double lower = mean.lower();
        Double upper = mean.upper();
        return lower == null || upper == null ? "" : PageWords.between(lower, upper, PageWords::number);
    }

    private static void addTable(Html html, String label, List<TrendRow> months) {
        html.tableHead("Over time: " + label, "Period", "Arm", "#Mean", "#95 % interval", "#People");
        for (TrendRow month : months) {
            ShownFigure mean = shown(month);
            html.markup("<tr>").cell(period(month)).cell(PageWords.arm(month.arm()));
            if (mean == null) {
                html.markup("<td colspan=\"3\">" + PageWords.WITHHELD + "</td>");
            } else {
                html.number(PageWords.number(mean.value()))
                        .number(interval(mean))
                        .number(String.valueOf(month.measured()));
            }
            html.markup("</tr>\n");
        }
        html.tableEnd();
    }
}
