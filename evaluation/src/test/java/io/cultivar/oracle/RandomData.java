package io.cultivar.oracle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.List;

/** Random data of every event type, over few programs, metrics, courses and assessments, so that they meet. */
final class RandomData {

    static final List<String> METRICS = List.of("calls", "errors", "sales");

    private final RandomValues random;
    private final List<String> programs;

    RandomData(RandomValues random, List<String> programs) {
        this.random = random;
        this.programs = programs;
    }

    /** Data of a type, about anything. */
    ObjectNode of(String type) {
        ObjectNode data = Draft.MAPPER.createObjectNode();
        switch (type) {
            case "program.enrolled" -> enrolled(data);
            case "program.assigned" -> assigned(data);
            case "training.completed" -> completed(data);
            case "assessment.scored" -> scored(data);
            case "outcome.measured" -> measured(data);
            case "employment.started", "employment.changed" -> employed(data);
            case "employment.ended" -> data.put("kind", random.oneOf("voluntary", "involuntary", "other"));
            case "skill.assessed", "skill.required" ->
                random.put(
                        data.put("skill", random.oneOf("excel", "negotiation")),
                        "level",
                        random.oneOf("3", "3.0", "4.5"));
            case "feedback.given" -> feedback(data);
            case "employee.erased" -> data.put("reason", random.oneOf("asked for it", "left long ago"));
            case "program.defined" -> programDefined(data);
            case "metric.defined" -> metricDefined(data);
            case "cost.incurred" -> cost(data);
            case "provider.measured" -> kpi(data);
            case "sourcing.scored" -> sourcing(data);
            default -> throw new IllegalArgumentException(type);
        }
        return data;
    }

    /** Other data for the same register: what the natural key names stays. */
    ObjectNode corrected(String type, ObjectNode original) {
        List<String> natural = switch (type) {
            case "outcome.measured" -> List.of("metric");
            case "assessment.scored" -> List.of("program", "assessment", "phase");
            case "program.assigned" -> List.of("program");
            case "skill.required" -> List.of("skill");
            case "provider.measured" -> List.of("kpi");
            // Anonymous feedback must keep its program, which is its key.
            case "feedback.given" -> List.of("program");
            default -> List.of();
        };
        ObjectNode data = of(type);
        natural.forEach(field -> data.set(field, original.get(field)));
        return data;
    }

    private void enrolled(ObjectNode data) {
        data.put("program", random.oneOf(programs));
        if (random.chance(0.6)) {
            data.put("course", course());
        }
    }

    private String course() {
        return random.oneOf("c-1", "c-2");
    }

    private void assigned(ObjectNode data) {
        data.put("program", random.oneOf(programs))
                .put("arm", random.oneOf("treatment", "control"))
                .put("design", random.oneOf("randomized", "randomized", "matched", "waitlist", "self-selected"));
    }

    private void completed(ObjectNode data) {
        data.put("course", course()).put("status", random.oneOf("completed", "completed", "failed", "withdrawn"));
        if (random.chance(0.5)) {
            data.put("program", random.oneOf(programs));
        }
        if (random.chance(0.6)) {
            data.put("duration", random.oneOf("PT6H30M", "PT0S", "PT45M", "PT0.25S", "P1DT2H"));
        }
        if (random.chance(0.4)) {
            data.put("certified", random.chance(0.7));
        }
        if (random.chance(0.3)) {
            data.put(
                    "certifiedUntil",
                    random.time().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        }
    }

    private void scored(ObjectNode data) {
        data.put("program", random.oneOf(programs))
                .put("assessment", random.oneOf("quiz", "exam"))
                .put("phase", random.oneOf("pre", "pre", "post", "post", "follow-up"));
        if (random.chance(0.4)) {
            data.put("passed", random.chance(0.6));
        }
        if (random.chance(0.5)) {
            data.put("skill", random.oneOf("excel", "negotiation"));
        }
        ObjectNode score = data.putObject("score");
        if (random.chance(0.6)) {
            if (random.chance(0.5)) {
                random.put(score, "min", random.oneOf("0", "1", "-2.5"));
            }
            random.put(score, "raw", random.oneOf("1", "2.5", "6.999999999999999999", "7"));
            random.put(score, "max", random.oneOf("7", "9", "10", "110.00"));
        }
        if (!score.has("raw") || random.chance(0.2)) {
            random.put(score, "scaled", random.share());
        }
    }

    private void measured(ObjectNode data) {
        data.put("metric", random.oneOf(METRICS));
        random.put(data, "value", random.chance(0.5) ? random.decimal() : random.small());
    }

    private void employed(ObjectNode data) {
        if (random.chance(0.8)) {
            data.put("department", random.oneOf("east", "west"));
        }
        if (random.chance(0.6)) {
            data.put("role", random.oneOf("east", "analyst"));
        }
        if (random.chance(0.6)) {
            random.put(data, "annualSalary", random.small());
        }
        if (random.chance(0.8)) {
            data.put("currency", currency());
        }
    }

    private void feedback(ObjectNode data) {
        data.put("program", random.oneOf(programs))
                .put("respondent", random.oneOf("learner", "learner", "manager", "customer"));
        if (random.chance(0.8)) {
            data.put("satisfaction", 1 + random.upTo(4));
        }
        if (random.chance(0.7)) {
            data.put("recommend", random.upTo(10));
        }
        if (random.chance(0.6)) {
            data.put("applied", random.chance(0.6));
        }
        ArrayNode themes = data.putArray("themes");
        for (int theme = random.upTo(3); theme > 0; theme--) {
            themes.add(random.oneOf("pace", "content"));
        }
        if (random.chance(0.6)) {
            data.put("comment", random.oneOf("  Worth it.\n", "Worth it.", "\t ", longText()));
        }
        if (random.chance(0.6)) {
            data.put("quotable", random.chance(0.7));
        }
    }

    /** Longer than a quote; where it is cut stands any part of it, a half of a pair too. */
    private String longText() {
        return "x".repeat(random.upTo(4)) + "ab\uD83D\uDE00 ".repeat(120);
    }

    private String currency() {
        return random.oneOf("EUR", "EUR", "EUR", "USD");
    }

    private void programDefined(ObjectNode data) {
        data.put("title", "Program " + random.upTo(99)).put("sourcing", random.oneOf("in-house", "external"));
        data.putObject("windows")
                .put("before", random.oneOf("P1M", "P3M", "P90D", "P1MT12H", "P2W"))
                .put("lag", random.oneOf("P0D", "PT0S", "P7D", "P1M"))
                .put("after", random.oneOf("P1M", "P3M", "P90D", "P6M", "P1M1DT1H"));
        ArrayNode outcomes = data.putArray("outcomes");
        String currency = currency();
        for (String metric : METRICS) {
            if (random.chance(0.55)) {
                ObjectNode outcome = outcomes.addObject().put("metric", metric);
                if (random.chance(0.8)) {
                    outcome.put("currency", random.chance(0.9) ? currency : currency());
                    random.put(outcome, "unitValue", random.chance(0.2) ? random.decimal() : random.small());
                    if (random.chance(0.3)) {
                        random.put(outcome, "unitValueStandardError", random.small());
                    }
                }
                if (random.chance(0.7)) {
                    random.put(outcome.putObject("isolation"), "factor", random.share());
                    random.put((ObjectNode) outcome.get("isolation"), "confidence", random.share());
                }
            }
        }
        if (random.chance(0.3)) {
            data.put("currency", random.oneOf("EUR", "USD", "GBP"));
            random.put(data.putObject("exchangeRates"), "USD", random.oneOf("0.9", "1.000", "0.912345678901234567"));
            if (random.chance(0.7)) {
                random.put((ObjectNode) data.get("exchangeRates"), "EUR", random.oneOf("1.1", "0.85"));
            }
        }
        if (random.chance(0.6)) {
            data.put("benefitHorizon", random.oneOf("P12M", "P1Y", "P365D", "P18M", "P6MT12H"));
        }
        if (random.chance(0.6)) {
            data.put("period", random.oneOf("P1M", "P2M", "P3M", "P1W", "P14D", "P10D", "P1M1D", "PT720H"));
        }
        plan(data);
    }

    /** What a program may declare about itself that no fold reads, but results do. */
    private void plan(ObjectNode data) {
        if (random.chance(0.9)) {
            data.put("skillArea", "languages");
        }
        if (random.chance(0.5)) {
            data.put("provider", random.oneOf("acme", "bravo")).put("contractEnd", "2026-12-31");
        }
        if (random.chance(0.6)) {
            random.put(data, "loadedHourlyRate", random.oneOf("50", "33.333"));
        }
        if (random.chance(0.6)) {
            random.put(data, "discountRate", random.oneOf("0", "0.05", "0.070"));
        }
        if (random.chance(0.3)) {
            data.put("benefitDecay", true);
        }
        if (random.chance(0.4)) {
            random.put(data, "allocation", "0.5");
            data.put("plannedHeadcount", 40);
        }
    }

    private void metricDefined(ObjectNode data) {
        data.put("title", "Metric " + random.upTo(99))
                .put("category", random.oneOf("productivity", "performance", "productivity", "retention"))
                .put("unit", "piece")
                .put("per", random.oneOf("P1M", "P1M", "P1W", "P1D", "P3M", "P7M", "PT8H"))
                .put("better", random.oneOf("higher", "lower"));
        if (random.chance(0.5)) {
            ObjectNode cap = data.putObject("cap");
            random.put(cap, "min", random.oneOf("0", "-50", "1e-15", "0.50"));
            random.put(cap, "max", random.oneOf("100", "75.5", "1e3", "500.00"));
        }
    }

    private void cost(ObjectNode data) {
        data.put("category", random.oneOf("facilitation", "participant-time", "travel"))
                .put("currency", currency());
        random.put(data, "amount", random.chance(0.3) ? random.decimal() : random.small());
        if (random.chance(0.4)) {
            random.put(data, "standardError", random.small());
        }
        if (random.chance(0.4)) {
            data.put("provider", random.oneOf("acme", "bravo"));
        }
    }

    private void kpi(ObjectNode data) {
        data.put("kpi", random.oneOf("on-time", "attendance")).put("better", random.oneOf("higher", "lower"));
        random.put(data, "value", random.small());
        random.put(data, "target", random.small());
    }

    private void sourcing(ObjectNode data) {
        data.put("sourcing", random.oneOf("in-house", "external"))
                .put("factor", random.oneOf("control", "speed"))
                .put("author", "board")
                .put("reason", "experience");
        random.put(data, "score", random.share());
    }
}
