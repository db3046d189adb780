package io.cultivar.local.sample;

import static io.cultivar.local.sample.SamplePeople.ENGINEERING;
import static io.cultivar.local.sample.SamplePeople.FINANCE;
import static io.cultivar.local.sample.SamplePeople.LEGAL;
import static io.cultivar.local.sample.SamplePeople.MARKETING;
import static io.cultivar.local.sample.SamplePeople.OPERATIONS;
import static io.cultivar.local.sample.SamplePeople.PEOPLE;
import static io.cultivar.local.sample.SamplePeople.SALES;
import static io.cultivar.local.sample.SamplePeople.SUPPORT;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.Cap;
import io.cultivar.contract.event.MetricCategory;
import io.cultivar.contract.event.MetricDefined;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/**
 * What is measured at the sample company, and how it behaves: a value is base + the person's own level + the month's
 * season + what trainings did + noise.
 */
enum SampleMetric {
    TICKETS_RESOLVED(
            new About("Tickets resolved, weighted by effort", MetricCategory.PRODUCTIVITY, "ticket", "P7D"),
            Better.HIGHER,
            List.of(SUPPORT),
            new Shape(42, 5, 5, 1, 0, 200),
            List.of(3.0, 1.0, 0.0, 0.0, -1.0, -1.5, -3.0, -4.0, -1.0, 0.0, 2.0, 4.0)),
    DEALS_CLOSED(
            new About("Deals closed, weighted by size", MetricCategory.PRODUCTIVITY, "deal", "P1M"),
            Better.HIGHER,
            List.of(SALES),
            new Shape(6.5, 1.2, 1.1, 1, 0, 60),
            List.of(-0.5, -0.3, 0.6, 0.0, 0.0, 0.5, -0.4, -0.6, 0.3, 0.2, 0.4, 0.8)),
    /** Rises for everybody from June on: new tooling, not training. */
    FEATURES_DELIVERED(
            new About("Features delivered", MetricCategory.PRODUCTIVITY, "feature", "P1M"),
            Better.HIGHER,
            List.of(ENGINEERING),
            new Shape(5, 1, 0.8, 1, 0, 60),
            List.of(0.0, 0.0, 0.0, 0.1, 0.1, 0.9, 1.4, 1.6, 1.8, 1.8, 1.9, 1.7)),
    TASKS_COMPLETED(
            new About("Tasks completed", MetricCategory.PRODUCTIVITY, "task", "P1M"),
            Better.HIGHER,
            List.of(FINANCE, MARKETING, PEOPLE, LEGAL),
            new Shape(31, 4, 3, 1, 0, 200),
            List.of(2.0, 0.0, 1.0, 0.0, 0.0, 0.0, -2.0, -3.0, 0.0, 1.0, 1.0, 0.0)),
    ERROR_RATE(
            new About("Error rate", MetricCategory.PERFORMANCE, "percentage point", "P1M"),
            Better.LOWER,
            List.of(OPERATIONS),
            new Shape(4.2, 0.6, 0.5, 2, 0, 100),
            List.of(0.1, 0.0, 0.0, 0.0, -0.1, -0.1, 0.2, 0.3, 0.0, 0.0, 0.1, 0.4)),
    ENGAGEMENT_SCORE(
            new About("Engagement score", MetricCategory.ENGAGEMENT, "point", "P1M"),
            Better.HIGHER,
            SamplePeople.DEPARTMENTS,
            new Shape(66, 7, 4, 1, 0, 100),
            List.of(-1.0, -1.0, 0.0, 0.0, 1.0, 1.0, 2.0, 2.0, 1.0, 0.0, -1.0, -2.0)),
    CUSTOMER_SATISFACTION(
            new About("Customer satisfaction", MetricCategory.CUSTOMER_SATISFACTION, "point", "P1M"),
            Better.HIGHER,
            List.of(SUPPORT, SALES),
            new Shape(7.4, 0.4, 0.45, 2, 1, 10),
            List.of(0.0, 0.0, 0.1, 0.1, 0.1, 0.1, 0.0, -0.1, 0.0, 0.0, -0.1, -0.2)),
    IDEAS_SUBMITTED(
            new About("Ideas submitted, weighted by review", MetricCategory.INNOVATION, "idea", "P1M"),
            Better.HIGHER,
            List.of(ENGINEERING, MARKETING),
            new Shape(2.6, 0.5, 0.6, 1, 0, 40),
            List.of(0.2, 0.1, 0.0, 0.0, 0.0, 0.0, -0.2, -0.3, 0.1, 0.2, 0.1, -0.2));

    /** What the metric is. */
    record About(String title, MetricCategory category, String unit, String per) {}

    /**
     * How its values are spread.
     *
     * @param base the company's level without season
     * @param people the standard deviation between people
     * @param noise the standard deviation of one value around its person
     * @param decimals behind the point
     */
    record Shape(double base, double people, double noise, int decimals, double least, double most) {}

    private final About about;
    private final Better better;
    private final List<String> departments;
    private final Shape shape;
    private final List<Double> season;

    SampleMetric(About about, Better better, List<String> departments, Shape shape, List<Double> season) {
        this.about = about;
        this.better = better;
        this.departments = departments;
        this.shape = shape;
        this.season = season;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    MetricDefined definition() {
        return new MetricDefined(
                about.title, about.category, about.unit, PeriodDuration.parse(about.per), better, cap());
    }

    /** A week of more than 60 tickets is no week of work: it is counted as 60. */
    private @Nullable Cap cap() {
        return this == TICKETS_RESOLVED ? new Cap(BigDecimal.ZERO, new BigDecimal("60")) : null;
    }

    boolean isWeekly() {
        return about.per.equals("P7D");
    }

    boolean measures(Employee employee) {
        return departments.contains(employee.department());
    }

    Shape shape() {
        return shape;
    }

    /** What the month adds for everybody. */
    double season(int month) {
        return season.get(month - 1);
    }

    /** How far this person lies from the company's level, all year; in units of the metric. */
    double personalLevel(long seed, Employee employee) {
        return shape.people
                * Dice.of(seed, "level/" + id() + "/" + employee.id()).normal();
    }
}
