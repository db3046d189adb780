package io.cultivar.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What happened in a random company, before anything goes wrong with telling it. */
final class RandomCompany {

    private static final Duration LONG = Duration.ofDays(400);

    private final RandomValues random;
    private final int employees;
    private final List<String> programs;
    private final RandomData data;
    private final List<Draft> drafts = new ArrayList<>();

    RandomCompany(SplittableRandom source, int employees) {
        this.random = new RandomValues(source);
        this.employees = employees;
        this.programs = IntStream.rangeClosed(1, 2 + random.upTo(2))
                .mapToObj(number -> "p-" + number)
                .toList();
        this.data = new RandomData(random, programs);
    }

    RandomData data() {
        return data;
    }

    List<Draft> events() {
        programs.forEach(this::addProgram);
        RandomData.METRICS.forEach(metric -> addDefinitions("metric.defined", metric));
        addBystanders();
        for (int employee = 1; employee <= employees; employee++) {
            addEmployee("emp-%04d".formatted(employee));
        }
        return drafts;
    }

    private void add(String type, @Nullable String subject, Instant time, ObjectNode content) {
        // Rarely one id for several subjects, which are several events all the same.
        String id = random.chance(0.03)
                ? "twin-" + random.upTo(300)
                : "x" + Integer.toString(drafts.size(), Character.MAX_RADIX);
        Instant recorded = random.chance(0.2) ? time.plus(Duration.ofHours(random.upTo(72))) : null;
        drafts.add(new Draft(id, random.oneOf("lms", "hr", "crm"), type, time, subject, recorded, content));
    }

    private void add(String type, String subject, Instant time) {
        add(type, subject, time, data.of(type));
    }

    private void addDefinitions(String type, String subject) {
        int definitions = random.chance(0.15) ? 0 : 1 + random.upTo(2) / 2;
        for (int definition = 0; definition < definitions; definition++) {
            add(type, subject, random.time());
        }
    }

    private void addProgram(String program) {
        addDefinitions("program.defined", program);
        for (int posting = random.upTo(6); posting > 0; posting--) {
            add("cost.incurred", program, random.time());
        }
    }

    private void addBystanders() {
        for (int time = 0; time < 3; time++) {
            add("skill.required", random.oneOf("east", "analyst"), random.time());
            add("provider.measured", random.oneOf("acme", "bravo"), random.indexTime());
            add("sourcing.scored", "languages", random.time());
            add("feedback.given", null, random.time(), data.of("feedback.given"));
        }
    }

    private void addEmployee(String subject) {
        List<Instant> marked = new ArrayList<>();
        for (String program : programs) {
            if (random.chance(0.8)) {
                Instant index = random.indexTime();
                addMembership(subject, program, index);
                addTraining(subject, program, index);
                marked.addAll(borders(program, index));
            }
        }
        addEmployment(subject, marked.isEmpty() ? random.time() : marked.get(0));
        addOutcomes(subject, marked);
        for (int time = random.upTo(3); time > 0; time--) {
            add("feedback.given", subject, random.time());
            add("skill.assessed", subject, random.time());
        }
    }

    private void addMembership(String subject, String program, Instant index) {
        if (random.chance(0.65)) {
            addAbout("program.assigned", subject, program, index);
            if (random.chance(0.3)) {
                addAbout("program.assigned", subject, program, random.oneOf(index, random.time(), index.plus(LONG)));
                addAbout("program.assigned", subject, program, index.plus(Duration.ofDays(random.upTo(120))));
            }
        }
        for (int time = random.upTo(2); time > 0; time--) {
            addAbout("program.enrolled", subject, program, random.chance(0.5) ? index : random.time());
        }
    }

    private void addTraining(String subject, String program, Instant index) {
        if (random.chance(0.6)) {
            for (int time = random.upTo(3); time > 0; time--) {
                add("training.completed", subject, random.oneOf(index, random.time()));
            }
        }
        if (random.chance(0.6)) {
            for (int attempt = random.upTo(5); attempt > 0; attempt--) {
                addAbout("assessment.scored", subject, program, random.oneOf(index, random.time(), random.time()));
            }
        }
    }

    private void addAbout(String type, String subject, String program, Instant time) {
        add(type, subject, time, data.of(type).put("program", program));
    }

    /** The index date first, then every window border under the program's first definition. */
    private List<Instant> borders(String program, Instant index) {
        JsonNode windows = drafts.stream()
                .filter(draft -> draft.type().equals("program.defined") && program.equals(draft.subject()))
                .map(draft -> draft.data().get("windows"))
                .findFirst()
                .orElseGet(() -> data.of("program.defined").get("windows"));
        UtcPeriod before = UtcPeriod.parse(windows.get("before").textValue());
        UtcPeriod lag = UtcPeriod.parse(windows.get("lag").textValue());
        UtcPeriod after = UtcPeriod.parse(windows.get("after").textValue());
        return List.of(
                index,
                before.times(-1).after(index),
                before.times(-2).after(index),
                lag.after(index),
                lag.plus(after).after(index));
    }

    private void addEmployment(String subject, Instant index) {
        if (random.chance(0.85)) {
            add("employment.started", subject, random.oneOf(index, index.minus(LONG), index.minus(LONG)));
        }
        if (random.chance(0.3)) {
            add("employment.changed", subject, random.time());
        }
        if (random.chance(0.4)) {
            Instant end = random.oneOf(index, index.minusNanos(1), random.time(), random.time());
            add("employment.ended", subject, end);
            if (random.chance(0.4)) {
                add("employment.started", subject, end.plus(Duration.ofDays(random.upTo(60))));
                add("employment.ended", subject, random.time());
            }
        }
    }

    private void addOutcomes(String subject, List<Instant> marked) {
        for (String metric : RandomData.METRICS) {
            double density = random.oneOf(0.1, 0.5, 0.8, 0.9);
            for (int month = 0; month < 18; month++) {
                if (random.chance(density)) {
                    Instant start = RandomValues.FIRST.plus(Duration.ofDays(month * 30L));
                    addOutcome(subject, metric, start.plusSeconds(random.upTo(30 * 86_400)));
                }
            }
        }
        for (Instant border : marked) {
            if (random.chance(0.4)) {
                Instant beside = random.oneOf(border, border, border.minusNanos(1), border.plusNanos(1));
                addOutcome(subject, random.oneOf(RandomData.METRICS), beside);
            }
        }
    }

    private void addOutcome(String subject, String metric, Instant time) {
        add("outcome.measured", subject, time, data.of("outcome.measured").put("metric", metric));
    }
}
