package io.cultivar.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.EmployeeErased;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventReader;
import io.cultivar.contract.event.EventRetracted;
import io.cultivar.contract.event.OutcomeMeasured;
import io.cultivar.contract.event.ProgramAssigned;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.Windows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** Difference-in-differences the short way, in doubles, to see whether the planted truths can be found at all. */
final class PlainEvaluation {

    /** Mean change per arm, and how many standard errors the difference between them is worth. */
    record Finding(int treated, int controls, double treatedChange, double controlChange, double standardError) {
        double difference() {
            return treatedChange - controlChange;
        }

        double t() {
            return difference() / standardError;
        }
    }

    private final Map<String, ProgramDefined> programs = new HashMap<>();
    private final Map<String, Map<String, Event>> assignments = new HashMap<>();
    private final Map<String, Map<Instant, Event>> outcomes = new HashMap<>();

    PlainEvaluation(List<String> lines) {
        List<Event> events = accepted(lines);
        Set<String> gone = new HashSet<>();
        Set<String> retracted = new HashSet<>();
        for (Event event : events) {
            if (event.data() instanceof EmployeeErased) {
                gone.add(event.key());
            } else if (event.data() instanceof EventRetracted retraction) {
                retracted.add(retraction.source() + " " + retraction.id());
            }
        }
        events.stream()
                .filter(event -> !gone.contains(event.key()))
                .filter(event -> !retracted.contains(event.source() + " " + event.id()))
                .forEach(this::take);
    }

    static List<Event> accepted(List<String> lines) {
        List<Event> events = new ArrayList<>();
        for (String line : lines) {
            if (EventReader.read(line.getBytes(UTF_8)) instanceof Decoded.Accepted accepted) {
                events.add(accepted.event());
            }
        }
        return events;
    }

    private void take(Event event) {
        if (event.data() instanceof ProgramDefined program) {
            programs.put(event.subject(), program);
        } else if (event.data() instanceof ProgramAssigned assigned) {
            assignments
                    .computeIfAbsent(assigned.program(), program -> new TreeMap<>())
                    .merge(event.key(), event, (a, b) -> a.time().isAfter(b.time()) ? b : a);
        } else if (event.data() instanceof OutcomeMeasured outcome) {
            outcomes.computeIfAbsent(event.key() + " " + outcome.metric(), key -> new TreeMap<>())
                    .merge(event.time(), event, (a, b) -> a.recorded().isAfter(b.recorded()) ? a : b);
        }
    }

    Finding find(String program, SampleMetric metric) {
        Windows windows = Objects.requireNonNull(programs.get(program)).windows();
        List<Double> treated = new ArrayList<>();
        List<Double> controls = new ArrayList<>();
        Objects.requireNonNull(assignments.get(program)).forEach((employee, event) -> {
            var values = outcomes.getOrDefault(employee + " " + metric.id(), Map.of());
            Instant index = event.time();
            OptionalDouble before = mean(values, windows.beforeStart(index), index);
            OptionalDouble after = mean(values, windows.afterStart(index), windows.afterEnd(index));
            if (before.isPresent() && after.isPresent() && event.data() instanceof ProgramAssigned assigned) {
                (assigned.arm() == Arm.TREATMENT ? treated : controls).add(after.getAsDouble() - before.getAsDouble());
            }
        });
        double error = Math.sqrt(variance(treated) / treated.size() + variance(controls) / controls.size());
        return new Finding(treated.size(), controls.size(), mean(treated), mean(controls), error);
    }

    /** The share of an arm's people that has left. */
    double leaving(String program, Arm arm, Set<String> leavers) {
        List<Event> inArm = Objects.requireNonNull(assignments.get(program)).values().stream()
                .filter(event -> event.data() instanceof ProgramAssigned assigned && assigned.arm() == arm)
                .sorted(Comparator.comparing(Event::key))
                .toList();
        return inArm.stream().filter(event -> leavers.contains(event.key())).count() / (double) inArm.size();
    }

    private static OptionalDouble mean(Map<Instant, Event> values, Instant from, Instant to) {
        return values.values().stream()
                .filter(event -> !event.time().isBefore(from) && event.time().isBefore(to))
                .mapToDouble(event -> ((OutcomeMeasured) event.data()).value().doubleValue())
                .average();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double variance(List<Double> values) {
        double mean = mean(values);
        return values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum() / (values.size() - 1);
    }
}
