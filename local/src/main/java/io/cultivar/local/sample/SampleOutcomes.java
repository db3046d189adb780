package io.cultivar.local.sample;

import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.OutcomeMeasured;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people did at work in 2025, week by week or month by month. */
final class SampleOutcomes {

    private static final LocalDate YEAR_START = LocalDate.parse("2025-01-01");
    private static final LocalDate YEAR_END = LocalDate.parse("2025-12-31");

    private SampleOutcomes() {}

    /**
     * All values of all metrics.
     *
     * @param participations by employee id
     */
    static List<Event> of(
            long seed, List<Employee> people, Departures departures, Map<String, List<Participant>> participations) {
        List<Event> all = new ArrayList<>();
        for (SampleMetric metric : SampleMetric.values()) {
            EventLog log = new EventLog("measures/" + metric.id());
            List<LocalDate> days = metric.isWeekly() ? fridays() : monthEnds();
            for (Employee employee : people) {
                if (metric.measures(employee)) {
                    var own = participations.getOrDefault(employee.id(), List.of());
                    measure(log, seed, metric, employee, departures, own, days);
                }
            }
            all.addAll(log.events());
        }
        return all;
    }

    private static void measure(
            EventLog log,
            long seed,
            SampleMetric metric,
            Employee employee,
            Departures departures,
            List<Participant> participations,
            List<LocalDate> days) {
        Dice dice = Dice.of(seed, "outcomes/" + metric.id() + "/" + employee.id());
        double usual = metric.shape().base() + metric.personalLevel(seed, employee);
        for (LocalDate day : days) {
            double trained = participations.stream()
                    .mapToDouble(p -> p.effect(metric, day))
                    .sum();
            double noise = metric.shape().noise() * dice.normal();
            if (departures.isEmployed(employee, day)) {
                BigDecimal value =
                        rounded(metric.shape(), usual + metric.season(day.getMonthValue()) + trained + noise);
                log.add(
                        employee.id() + "/" + day,
                        EventLog.at(day, 16),
                        employee.id(),
                        new OutcomeMeasured(metric.id(), value));
            }
        }
    }

    private static BigDecimal rounded(SampleMetric.Shape shape, double value) {
        double bounded = Math.min(shape.most(), Math.max(shape.least(), value));
        return BigDecimal.valueOf(bounded).setScale(shape.decimals(), RoundingMode.HALF_EVEN);
    }

    private static List<LocalDate> fridays() {
        LocalDate first = YEAR_START.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        return first.datesUntil(YEAR_END.plusDays(1))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.FRIDAY)
                .toList();
    }

    private static List<LocalDate> monthEnds() {
        return YEAR_START
                .datesUntil(YEAR_END.plusDays(1))
                .filter(day -> day.equals(YearMonth.from(day).atEndOfMonth()))
                .toList();
    }
}
