package io.cultivar.local.sample;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.Isolation;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramFormat;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.event.Windows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/** Says a {@link ProgramPlan} in a readable order. */
final class PlanBuilder {

    private static final BigDecimal DISCOUNT_RATE = new BigDecimal("0.05");

    private final String id;
    private final String title;
    private final String skillArea;
    private final Sourcing sourcing;
    private final @Nullable String provider;
    private ProgramFormat format = ProgramFormat.CLASSROOM;
    private Windows windows = windows("P1M");
    private PeriodDuration benefitHorizon = PeriodDuration.parse("P12M");
    private @Nullable BigDecimal hourlyRate;
    private ProgramPlan.@Nullable Arms arms;
    private ProgramPlan.@Nullable Course course;
    private @Nullable SampleMetric judgedBy;
    private ProgramPlan.@Nullable Effect effect;
    private final List<ProgramOutcome> outcomes = new ArrayList<>();
    private final List<ProgramPlan.Cost> costs = new ArrayList<>();

    private PlanBuilder(String id, String title, String skillArea, Sourcing sourcing, @Nullable String provider) {
        this.id = id;
        this.title = title;
        this.skillArea = skillArea;
        this.sourcing = sourcing;
        this.provider = provider;
    }

    static PlanBuilder inHouse(String id, String title, String skillArea) {
        return new PlanBuilder(id, title, skillArea, Sourcing.IN_HOUSE, null);
    }

    static PlanBuilder external(String id, String title, String skillArea, String provider) {
        return new PlanBuilder(id, title, skillArea, Sourcing.EXTERNAL, provider);
    }

    PlanBuilder withoutLag() {
        windows = windows("P0D");
        return this;
    }

    PlanBuilder benefitHorizon(String period) {
        benefitHorizon = PeriodDuration.parse(period);
        return this;
    }

    PlanBuilder arms(Design design, List<String> departments, int treated, int controls, String... starts) {
        List<LocalDate> days = List.of(starts).stream().map(LocalDate::parse).toList();
        arms = new ProgramPlan.Arms(design, departments, treated, controls, days, null);
        return this;
    }

    PlanBuilder controlsFollowOn(String day) {
        var same = Objects.requireNonNull(arms, "arms come first");
        arms = new ProgramPlan.Arms(
                same.design(),
                same.departments(),
                same.treated(),
                same.controls(),
                same.starts(),
                LocalDate.parse(day));
        return this;
    }

    PlanBuilder untested(ProgramFormat how, String skill, int hours, int days) {
        return course(how, new ProgramPlan.Course(id + "-course", skill, Duration.ofHours(hours), days, false, 0));
    }

    PlanBuilder tested(ProgramFormat how, String skill, int hours, int days) {
        return course(how, new ProgramPlan.Course(id + "-course", skill, Duration.ofHours(hours), days, true, 0));
    }

    PlanBuilder certified(ProgramFormat how, String skill, int hours, int days, int months) {
        return course(how, new ProgramPlan.Course(id + "-course", skill, Duration.ofHours(hours), days, true, months));
    }

    private PlanBuilder course(ProgramFormat how, ProgramPlan.Course what) {
        format = how;
        course = what;
        return this;
    }

    PlanBuilder primary(SampleMetric metric, String euros) {
        return primary(metric, euros, null, null);
    }

    /** The value in euros is somebody's estimate, with a standard error. */
    PlanBuilder primary(SampleMetric metric, String euros, String error) {
        return primary(metric, euros, new BigDecimal(error), null);
    }

    /** There are no controls: these shares of the change are credited to the program. */
    PlanBuilder primary(SampleMetric metric, String euros, Isolation isolation) {
        return primary(metric, euros, null, isolation);
    }

    private PlanBuilder primary(
            SampleMetric metric, String euros, @Nullable BigDecimal error, @Nullable Isolation isolation) {
        judgedBy = metric;
        outcomes.add(new ProgramOutcome(metric.id(), new BigDecimal(euros), error, "EUR", true, isolation));
        return this;
    }

    /** The program is to keep people; what a leaver costs is not declared. */
    PlanBuilder primaryRetention(SampleMetric alsoMeasured) {
        judgedBy = alsoMeasured;
        outcomes.add(new ProgramOutcome(SampleBackOffice.RETENTION, null, null, null, true, null));
        return intangible(alsoMeasured);
    }

    PlanBuilder intangible(SampleMetric metric) {
        outcomes.add(new ProgramOutcome(metric.id(), null, null, null, false, null));
        return this;
    }

    PlanBuilder truly(SampleMetric metric, double added) {
        effect = new ProgramPlan.Effect(metric, added);
        return this;
    }

    PlanBuilder participantHour(String euros) {
        hourlyRate = new BigDecimal(euros);
        return this;
    }

    PlanBuilder cost(CostCategory category, int euros, int firstMonth, int months) {
        return estimatedCost(category, euros, 0, firstMonth, months);
    }

    /** Each month's part is an estimate with this standard error. */
    PlanBuilder estimatedCost(CostCategory category, int euros, int error, int firstMonth, int months) {
        costs.add(new ProgramPlan.Cost(category, euros, error, firstMonth, months));
        return this;
    }

    ProgramPlan build() {
        var people = Objects.requireNonNull(arms);
        boolean byLot = people.design() == Design.RANDOMIZED;
        var definition = new ProgramDefined(
                title,
                sourcing,
                provider,
                provider == null ? null : LocalDate.parse("2026-06-30"),
                skillArea,
                format,
                byLot ? new BigDecimal("0.5") : null,
                people.treated() + people.controls(),
                windows,
                outcomes,
                benefitHorizon,
                DISCOUNT_RATE,
                people.treated(),
                hourlyRate,
                PeriodDuration.parse("P1M"),
                LocalDate.parse("2025-12-31"),
                null,
                Map.of(),
                false);
        return new ProgramPlan(
                id,
                definition,
                people,
                Objects.requireNonNull(course),
                Objects.requireNonNull(judgedBy),
                effect,
                costs);
    }

    private static Windows windows(String lag) {
        return new Windows(PeriodDuration.parse("P3M"), PeriodDuration.parse(lag), PeriodDuration.parse("P3M"));
    }
}
