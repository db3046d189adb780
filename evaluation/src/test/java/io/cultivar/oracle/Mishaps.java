package io.cultivar.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What goes wrong when events are told: repetitions, conflicts, corrections, retractions, erasures, in any order. */
final class Mishaps {

    private final RandomValues random;
    private final RandomData data;
    private final List<String> lines = new ArrayList<>();
    private int ids;

    Mishaps(SplittableRandom random, RandomData data) {
        this.random = new RandomValues(random);
        this.data = data;
    }

    /** The events as lines, with mishaps among them. */
    List<String> over(List<Draft> drafts) {
        drafts.forEach(draft -> lines.add(draft.line()));
        Draft previous = null;
        for (Draft draft : drafts) {
            repeat(draft);
            contradict(draft);
            correct(draft);
            if (random.chance(0.04)) {
                retract(draft, previous);
            }
            previous = draft;
        }
        drafts.stream()
                .map(Draft::subject)
                .filter(Objects::nonNull)
                .filter(subject -> subject.startsWith("emp-"))
                .distinct()
                .forEach(subject -> {
                    if (random.chance(0.07)) {
                        erase(subject, drafts);
                    }
                });
        return List.copyOf(lines);
    }

    private void somewhere(String line) {
        lines.add(random.upTo(lines.size()), line);
    }

    private String newId() {
        ids++;
        return "y" + Integer.toString(ids, Character.MAX_RADIX);
    }

    private void repeat(Draft draft) {
        if (random.chance(0.03)) {
            somewhere(draft.line());
        }
        if (random.chance(0.03)) {
            somewhere(draft.otherWords());
        }
    }

    /** The same identity with another content, sometimes of another time or type. */
    private void contradict(Draft draft) {
        if (random.chance(0.025)) {
            Draft other = draft.saying(data.corrected(draft.type(), draft.data()));
            somewhere((random.chance(0.3) ? other.at(random.time()) : other).line());
        }
        String subject = draft.subject();
        if (subject != null && random.chance(0.01)) {
            String type = switch (draft.type()) {
                case "program.defined", "cost.incurred" -> random.oneOf("program.defined", "cost.incurred");
                case "metric.defined", "provider.measured", "skill.required", "sourcing.scored" -> draft.type();
                default -> random.oneOf("outcome.measured", "program.assigned", "employment.ended");
            };
            ObjectNode content = data.of(type);
            somewhere(new Draft(draft.id(), draft.source(), type, draft.time(), subject, null, content).line());
        }
    }

    /** The same register again under another identity; recorded later, earlier, at the same time. */
    private void correct(Draft draft) {
        boolean definition = draft.type().endsWith(".defined");
        if (!random.chance(definition ? 0.5 : 0.06)) {
            return;
        }
        for (int time = 1 + random.upTo(1); time > 0; time--) {
            Instant recorded = draft.recordedOrTime();
            // The last two sources sort differently by UTF-16 code unit and by code point.
            String source = random.oneOf(draft.source(), draft.source(), "HR", "erp", "\uFF48\uFF52", "\uD83D\uDE00");
            Draft correction = draft.identifiedBy(source, newId())
                    .saying(data.corrected(draft.type(), draft.data()))
                    .recordedAt(random.oneOf(
                            recorded,
                            recorded.plus(Duration.ofDays(random.upTo(500))),
                            recorded.minus(Duration.ofDays(2)),
                            recorded.plusNanos(1)));
            if (definition && random.chance(0.5)) {
                correction = correction.at(random.time());
            }
            somewhere(correction.line());
            if (random.chance(0.15)) {
                retract(correction, draft);
            }
        }
    }

    /** A retraction, under a new identity or under that of another fact of the same subject; or what never comes. */
    private void retract(Draft original, @Nullable Draft other) {
        ObjectNode content = retractionOf(original);
        if (random.chance(0.1)) {
            content.put("id", "never-" + random.upTo(99));
        }
        Draft retraction = new Draft(
                newId(), original.source(), "event.retracted", random.time(), original.subject(), null, content);
        if (other != null
                && random.chance(0.1)
                && Objects.equals(other.subject(), original.subject())
                && !other.id().equals(content.get("id").textValue())) {
            retraction = retraction.identifiedBy(other.source(), other.id());
        }
        somewhere(retraction.line());
        if (random.chance(0.1)) {
            somewhere(retraction
                    .at(random.time())
                    .saying(content.deepCopy().put("id", "never-1"))
                    .line());
        }
        if (random.chance(0.1)) {
            // Retracting the retraction: its identity is gone, what it says stands.
            ObjectNode named =
                    content.deepCopy().put("source", retraction.source()).put("id", retraction.id());
            somewhere(retraction.identifiedBy("hr", newId()).saying(named).line());
        }
    }

    private static ObjectNode retractionOf(Draft original) {
        ObjectNode content = Draft.MAPPER
                .createObjectNode()
                .put("type", original.type())
                .put("source", original.source())
                .put("id", original.id());
        if (original.subject() == null) {
            content.set("program", original.data().get("program"));
        }
        return content;
    }

    /** An erasure, sometimes under the identity of another event, sometimes (in vain) retracted. */
    private void erase(String subject, List<Draft> drafts) {
        Draft erasure =
                new Draft(newId(), "hr", "employee.erased", random.time(), subject, null, data.of("employee.erased"));
        Draft some = random.oneOf(drafts);
        if (random.chance(0.3) && subject.equals(some.subject())) {
            erasure = erasure.identifiedBy(some.source(), some.id());
        }
        somewhere(erasure.line());
        if (random.chance(0.3)) {
            ObjectNode content = retractionOf(erasure).put("type", "outcome.measured");
            somewhere(new Draft(newId(), "lms", "event.retracted", random.time(), subject, null, content).line());
        }
    }
}
