package io.cultivar.local.sample;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.CostIncurred;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.MetricCategory;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProviderMeasured;
import io.cultivar.contract.event.SkillAssessed;
import io.cultivar.contract.event.SkillRequired;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.event.SourcingScored;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.threeten.extra.PeriodDuration;

/** What is not about one employee's work: definitions, costs, providers, required skills, make-or-buy judgements. */
final class SampleBackOffice {

    /** The metric of the program that is to keep people; nobody measures it, it follows from who leaves. */
    static final String RETENTION = "retention";

    private static final LocalDate NEW_YEAR = LocalDate.parse("2025-01-01");
    private static final LocalDate SKILL_REVIEW = LocalDate.parse("2025-01-20");

    private static final Map<String, String> NEEDED_SKILLS = new TreeMap<>(Map.of(
            SamplePeople.SUPPORT, "conflict-resolution",
            SamplePeople.SALES, "negotiation",
            SamplePeople.ENGINEERING, "clean-code",
            SamplePeople.OPERATIONS, "root-cause-analysis",
            SamplePeople.FINANCE, "resilience",
            SamplePeople.MARKETING, "delegation",
            SamplePeople.PEOPLE, "delegation",
            SamplePeople.LEGAL, "ai-drafting"));

    /** The roles that have to write down what they know. */
    private static final List<String> EXPERTS = List.of("support-specialist", "sales-specialist");

    private static final List<String> FACTORS =
            List.of("control", "speed", "expertise", "flexibility", "knowledge-retention", "data-security");

    private final Dice dice;
    private final List<ProgramPlan> plans;

    private SampleBackOffice(long seed, List<ProgramPlan> plans) {
        this.dice = Dice.of(seed, "back-office");
        this.plans = plans;
    }

    static List<Event> of(long seed, List<ProgramPlan> plans, List<Employee> people) {
        SampleBackOffice office = new SampleBackOffice(seed, plans);
        List<Event> events = new ArrayList<>();
        events.addAll(office.definitions());
        events.addAll(office.costs());
        events.addAll(office.providers());
        events.addAll(office.skills(people));
        events.addAll(office.sourcing());
        return events;
    }

    private List<Event> definitions() {
        EventLog log = new EventLog("catalogue");
        for (SampleMetric metric : SampleMetric.values()) {
            log.add("metric/" + metric.id(), EventLog.at(NEW_YEAR, 0), metric.id(), metric.definition());
        }
        log.add(
                "metric/" + RETENTION,
                EventLog.at(NEW_YEAR, 0),
                RETENTION,
                new MetricDefined(
                        "Staying with the company",
                        MetricCategory.RETENTION,
                        "person",
                        PeriodDuration.parse("P1Y"),
                        Better.HIGHER,
                        null));
        for (ProgramPlan plan : plans) {
            log.add("program/" + plan.id(), EventLog.at(NEW_YEAR, 0), plan.id(), plan.definition());
        }
        return log.events();
    }

    private List<Event> costs() {
        EventLog log = new EventLog("finance");
        for (ProgramPlan plan : plans) {
            for (ProgramPlan.Cost cost : plan.costs()) {
                BigDecimal part = BigDecimal.valueOf(cost.euros())
                        .divide(BigDecimal.valueOf(cost.months()), 2, RoundingMode.HALF_EVEN);
                for (int month = cost.firstMonth(); month < cost.firstMonth() + cost.months(); month++) {
                    log.add(
                            plan.id() + "/" + cost.category().id() + "/" + month,
                            EventLog.at(LocalDate.of(2025, month, 15), 8),
                            plan.id(),
                            new CostIncurred(
                                    cost.category(),
                                    part,
                                    "EUR",
                                    plan.definition().provider(),
                                    cost.error() == 0 ? null : BigDecimal.valueOf(cost.error())));
                }
            }
        }
        return log.events();
    }

    private List<Event> providers() {
        EventLog log = new EventLog("procurement");
        var providers = new TreeSet<String>();
        for (ProgramPlan plan : plans) {
            if (plan.definition().provider() != null) {
                providers.add(plan.definition().provider());
            }
        }
        // The first is the best: it misses hardly any target; the last misses most of them.
        double standing = 1;
        for (String provider : providers) {
            for (int month = 3; month <= 12; month += 3) {
                LocalDate day = LocalDate.of(2025, month, 28);
                kpi(log, provider, day, "on-time-delivery", 0.94 + 0.04 * standing, 0.01, "0.95", Better.HIGHER);
                kpi(log, provider, day, "participant-satisfaction", 4.2 + 0.4 * standing, 0.15, "4.20", Better.HIGHER);
                kpi(log, provider, day, "response-days", 3.0 - 1.5 * standing, 0.6, "3.00", Better.LOWER);
            }
            standing -= 2.0 / Math.max(1, providers.size() - 1);
        }
        return log.events();
    }

    private void kpi(
            EventLog log,
            String provider,
            LocalDate day,
            String kpi,
            double usual,
            double spread,
            String target,
            Better better) {
        BigDecimal value = BigDecimal.valueOf(usual + spread * dice.normal()).setScale(2, RoundingMode.HALF_EVEN);
        log.add(
                provider + "/" + kpi + "/" + day,
                EventLog.at(day, 9),
                provider,
                new ProviderMeasured(kpi, value, new BigDecimal(target), better));
    }

    private List<Event> skills(List<Employee> people) {
        EventLog log = new EventLog("skills");
        NEEDED_SKILLS.forEach((department, skill) -> log.add(
                "required/" + department,
                EventLog.at(NEW_YEAR, 0),
                department,
                new SkillRequired(skill, new BigDecimal("3"))));
        EXPERTS.forEach(role -> log.add(
                "required/" + role,
                EventLog.at(NEW_YEAR, 0),
                role,
                new SkillRequired("documentation", new BigDecimal("2.5"))));
        for (Employee employee : people) {
            String skill = NEEDED_SKILLS.get(employee.department());
            if (skill != null) {
                review(log, employee, skill);
            }
            if (EXPERTS.contains(employee.role())) {
                review(log, employee, "documentation");
            }
        }
        return log.events();
    }

    private void review(EventLog log, Employee employee, String skill) {
        BigDecimal level = BigDecimal.valueOf(1 + dice.below(7), 0).divide(BigDecimal.valueOf(2));
        log.add(
                "review/" + skill + "/" + employee.id(),
                EventLog.at(SKILL_REVIEW, 10),
                employee.id(),
                new SkillAssessed(skill, level));
    }

    private List<Event> sourcing() {
        EventLog log = new EventLog("make-or-buy");
        for (String area : List.of("customer-service", "sales", "engineering", "leadership")) {
            for (Sourcing sourcing : Sourcing.values()) {
                for (String factor : FACTORS) {
                    BigDecimal score = BigDecimal.valueOf(3L + dice.below(7), 1);
                    log.add(
                            area + "/" + sourcing.id() + "/" + factor,
                            EventLog.at(LocalDate.parse("2025-02-10"), 10),
                            area,
                            new SourcingScored(
                                    sourcing, factor, score, "learning-board", "Judged in the yearly review."));
                }
            }
        }
        return log.events();
    }
}
