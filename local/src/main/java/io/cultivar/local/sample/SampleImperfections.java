package io.cultivar.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.CompletionStatus;
import io.cultivar.contract.event.EmployeeErased;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventData;
import io.cultivar.contract.event.EventRetracted;
import io.cultivar.contract.event.FeedbackGiven;
import io.cultivar.contract.event.OutcomeMeasured;
import io.cultivar.contract.event.Respondent;
import io.cultivar.contract.event.TrainingCompleted;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong between a real company's systems and us: copies, corrections, retractions, an erasure, bad rows. */
final class SampleImperfections {

    /** This month's error rates were first sent as fractions instead of percentage points. */
    private static final YearMonth MISREPORTED = YearMonth.of(2025, 5);

    private static final Instant CORRECTED_AT = Instant.parse("2025-09-12T07:30:00Z");
    private static final Instant RETRACTED_AT = Instant.parse("2025-10-02T09:00:00Z");
    private static final Instant TEST_RUN = Instant.parse("2025-07-16T10:00:00Z");
    private static final int TEST_ENTRIES = 10;
    private static final double SHARE_OF_DUPLICATES = 0.02;

    private SampleImperfections() {}

    /** All lines, as they come in: the true events, spoilt in all the ways above, in no order. */
    static List<String> spoil(long seed, List<Event> events, List<Participant> participants) {
        Dice dice = Dice.of(seed, "imperfections");
        List<Event> all = new ArrayList<>();
        events.forEach(event -> correctLate(event, all));
        neverWas(participants, all);
        all.add(new Event(
                "erasure-1",
                "urn:sample:hris",
                Instant.parse("2025-11-20T12:00:00Z"),
                erased(participants),
                null,
                new EmployeeErased("right to erasure")));
        List<String> lines = new ArrayList<>();
        for (Event event : all) {
            String line = new String(event.toJson(), UTF_8);
            lines.add(line);
            if (dice.chance(SHARE_OF_DUPLICATES)) {
                lines.add(line);
            }
        }
        SampleBadRows.ALL.forEach(row -> lines.add(row.line()));
        return dice.shuffled(lines);
    }

    private static void correctLate(Event event, List<Event> all) {
        if (event.data() instanceof OutcomeMeasured outcome
                && outcome.metric().equals(SampleMetric.ERROR_RATE.id())
                && YearMonth.from(event.time().atOffset(ZoneOffset.UTC)).equals(MISREPORTED)) {
            var fraction = new OutcomeMeasured(outcome.metric(), outcome.value().movePointLeft(2));
            all.add(new Event(event.id(), event.source(), event.time(), event.subject(), null, fraction));
            all.add(new Event(
                    event.id() + "/corrected", event.source(), event.time(), event.subject(), CORRECTED_AT, outcome));
        } else {
            all.add(event);
        }
    }

    /** A test run of the ticketing system, an answer to the wrong survey, a completion booked on the wrong person. */
    private static void neverWas(List<Participant> participants, List<Event> all) {
        List<Participant> winner = participants.stream()
                .filter(participant -> participant.plan().id().equals(SamplePrograms.TESTED_IN_BOTH_ARMS))
                .toList();
        for (int i = 0; i < TEST_ENTRIES; i++) {
            String employee = winner.get(i).employee().id();
            var absurd = new OutcomeMeasured(SampleMetric.TICKETS_RESOLVED.id(), new BigDecimal("9999.0"));
            addAndRetract("test-run/" + employee, "urn:sample:measures/tickets-resolved", employee, absurd, all);
        }
        Participant control = winner.stream()
                .filter(participant -> participant.arm() == Arm.CONTROL)
                .findFirst()
                .orElseThrow();
        var completion = new TrainingCompleted(
                control.plan().id(), control.plan().course().id(), CompletionStatus.COMPLETED, null, null, true, null);
        addAndRetract("wrong-person", "urn:sample:lms", control.employee().id(), completion, all);

        var answer = new FeedbackGiven("deal-sprint", Respondent.LEARNER, 1, 0, false, List.of(), null, null);
        all.add(new Event("wrong-survey", "urn:sample:survey", TEST_RUN, null, null, answer));
        var retraction = new EventRetracted(answer.type(), "urn:sample:survey", "wrong-survey", "deal-sprint");
        all.add(new Event("retract/wrong-survey", "urn:sample:survey", RETRACTED_AT, null, null, retraction));
    }

    private static void addAndRetract(String id, String source, String subject, EventData data, List<Event> all) {
        all.add(new Event(id, source, TEST_RUN, subject, null, data));
        var retraction = new EventRetracted(data.type(), source, id, null);
        all.add(new Event("retract/" + id, source, RETRACTED_AT, subject, null, retraction));
    }

    private static String erased(List<Participant> participants) {
        return participants.get(0).employee().id();
    }
}
