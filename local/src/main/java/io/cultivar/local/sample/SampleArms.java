package io.cultivar.local.sample;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.CompletionStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts people into the programs, each in the way that its design says. */
final class SampleArms {

    private final long seed;
    private final Departures departures;
    private final ProgramPlan plan;
    private final Dice dice;

    private SampleArms(long seed, Departures departures, ProgramPlan plan) {
        this.seed = seed;
        this.departures = departures;
        this.plan = plan;
        this.dice = Dice.of(seed, "arms/" + plan.id());
    }

    static List<Participant> of(long seed, List<Employee> people, Departures departures, ProgramPlan plan) {
        return new SampleArms(seed, departures, plan).participants(people);
    }

    private List<Participant> participants(List<Employee> people) {
        var arms = plan.arms();
        List<Employee> candidates = people.stream()
                .filter(employee -> arms.departments().contains(employee.department()))
                .filter(employee ->
                        departures.isEmployed(employee, arms.starts().get(0)))
                .toList();
        return switch (arms.design()) {
            case RANDOMIZED, WAITLIST -> byTurns(inPairs(candidates));
            case MATCHED -> arms.departments().size() == 1 ? byTurns(inPairs(candidates)) : resembling(candidates);
            case SELF_SELECTED -> keenest(candidates);
        };
    }

    /** One into treatment, one into control, until both are full or nobody is left. */
    private List<Participant> byTurns(List<Employee> order) {
        int pairs = Math.min(
                order.size() / 2, Math.min(plan.arms().treated(), plan.arms().controls()));
        return IntStream.range(0, 2 * pairs)
                .mapToObj(i -> participant(order.get(i), i % 2 == 0 ? Arm.TREATMENT : Arm.CONTROL, i / 2))
                .toList();
    }

    /** Neighbours in the metric's level side by side, in no order; a coin decides who of the two comes first. */
    private List<Employee> inPairs(List<Employee> candidates) {
        List<Employee> byLevel = sortedByLevel(candidates, plan.judgedBy());
        List<List<Employee>> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < byLevel.size(); i += 2) {
            int first = dice.below(2);
            pairs.add(List.of(byLevel.get(i + first), byLevel.get(i + 1 - first)));
        }
        return dice.shuffled(pairs).stream().flatMap(List::stream).toList();
    }

    /** All of the first department, and from the others those whose level is nearest to the company's. */
    private List<Participant> resembling(List<Employee> candidates) {
        String first = plan.arms().departments().get(0);
        SampleMetric metric = plan.judgedBy();
        List<Employee> treated = candidates.stream()
                .filter(employee -> employee.department().equals(first))
                .limit(plan.arms().treated())
                .toList();
        List<Employee> controls = candidates.stream()
                .filter(employee -> !employee.department().equals(first))
                .sorted(Comparator.comparingDouble(employee -> Math.abs(metric.personalLevel(seed, employee))))
                .limit(plan.arms().controls())
                .toList();
        List<Participant> all = new ArrayList<>();
        treated.forEach(employee -> all.add(participant(employee, Arm.TREATMENT, all.size())));
        controls.forEach(employee -> all.add(participant(employee, Arm.CONTROL, all.size())));
        return all;
    }

    /** Those with the highest level, by and large: people who volunteer are not like the others. */
    private List<Participant> keenest(List<Employee> candidates) {
        List<Employee> byLevel = sortedByLevel(candidates, plan.judgedBy());
        List<Employee> keen = new ArrayList<>();
        for (int i = byLevel.size() - 1; i >= 0; i--) {
            if (dice.chance(0.6)) {
                keen.add(byLevel.get(i));
            }
        }
        int count = Math.min(keen.size(), plan.arms().treated());
        return IntStream.range(0, count)
                .mapToObj(i -> participant(keen.get(i), null, i))
                .toList();
    }

    private List<Employee> sortedByLevel(List<Employee> candidates, SampleMetric metric) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(employee -> metric.personalLevel(seed, employee)))
                .toList();
    }

    private Participant participant(Employee employee, @Nullable Arm arm, int number) {
        LocalDate index = plan.arms().starts().get(number % plan.arms().starts().size());
        LocalDate start = arm == Arm.CONTROL ? plan.arms().controlsFollowOn() : index;
        return new Participant(plan, employee, arm, index, start == null ? null : training(employee, start));
    }

    private Participant.@Nullable Training training(Employee employee, LocalDate start) {
        double luck = dice.unit();
        if (!departures.isEmployed(employee, start)) {
            return null;
        }
        CompletionStatus status = luck < 0.92
                ? CompletionStatus.COMPLETED
                : luck < 0.96 ? CompletionStatus.FAILED : CompletionStatus.WITHDRAWN;
        int days = plan.course().days();
        LocalDate end = start.plusDays(status == CompletionStatus.WITHDRAWN ? (days + 1) / 2 : days);
        return new Participant.Training(start, end, departures.isEmployed(employee, end) ? status : null);
    }
}
