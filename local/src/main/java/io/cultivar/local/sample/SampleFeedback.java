package io.cultivar.local.sample;

import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.FeedbackGiven;
import io.cultivar.contract.event.Respondent;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people say about the programs; every third of them without a name. */
final class SampleFeedback {

    private static final List<String> THEMES =
            List.of("practical-examples", "pace", "trainer", "relevance", "time-to-practise", "materials", "follow-up");

    private static final List<String> COMMENTS = List.of(
            "Could use it the next morning.",
            "Too fast in the second half.",
            "More examples from our own cases, please.",
            "The trainer knew our work.",
            "No time to practise afterwards.");

    private final EventLog log = new EventLog("survey");
    private final Dice dice;

    private SampleFeedback(long seed) {
        this.dice = Dice.of(seed, "feedback");
    }

    static List<Event> of(long seed, List<Participant> participants) {
        SampleFeedback feedback = new SampleFeedback(seed);
        for (Participant participant : participants) {
            if (participant.hasCompleted()) {
                feedback.after(participant);
            }
        }
        return feedback.log.events();
    }

    private void after(Participant participant) {
        Participant.Training training = participant.training();
        if (training == null) {
            return;
        }
        LocalDate day = training.endedOn().plusDays(1 + dice.below(6));
        String employee = participant.employee().id();
        if (dice.chance(0.7)) {
            boolean anonymous = dice.chance(0.33);
            add(participant, Respondent.LEARNER, day, anonymous ? null : employee);
        }
        if (dice.chance(0.2)) {
            add(participant, Respondent.MANAGER, day.plusDays(30), employee);
        }
        if (participant.employee().department().equals(SamplePeople.SUPPORT) && dice.chance(0.15)) {
            add(participant, Respondent.CUSTOMER, day.plusDays(20), null);
        }
    }

    private void add(Participant participant, Respondent respondent, LocalDate day, @Nullable String subject) {
        String program = participant.plan().id();
        boolean comments = dice.chance(0.3);
        var data = new FeedbackGiven(
                program,
                respondent,
                bounded(4.0 + 0.8 * dice.normal(), 1, 5),
                respondent == Respondent.MANAGER ? null : bounded(7.6 + 1.7 * dice.normal(), 0, 10),
                respondent == Respondent.CUSTOMER ? null : Boolean.valueOf(dice.chance(0.65)),
                dice.chance(0.6) ? List.of(dice.pick(THEMES)) : List.of(),
                comments ? dice.pick(COMMENTS) : null,
                comments ? Boolean.valueOf(dice.chance(0.5)) : null);
        // Numbered, because an id made of the employee's would give an anonymous answer away.
        log.add("answer-" + (log.events().size() + 1), EventLog.at(day, 12), subject, data);
    }

    private static int bounded(double value, int least, int most) {
        return (int) Math.min(most, Math.max(least, Math.round(value)));
    }
}
