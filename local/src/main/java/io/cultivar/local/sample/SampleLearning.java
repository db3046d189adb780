package io.cultivar.local.sample;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.AssessmentScored;
import io.cultivar.contract.event.CompletionStatus;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventData;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.event.ProgramAssigned;
import io.cultivar.contract.event.ProgramEnrolled;
import io.cultivar.contract.event.Score;
import io.cultivar.contract.event.SkillAssessed;
import io.cultivar.contract.event.TrainingCompleted;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** What the learning system reports: arms, enrolments, completions, assessments, skill levels. */
final class SampleLearning {

    private static final BigDecimal MAX_POINTS = new BigDecimal("50");
    private static final int PASS_MARK = 30;
    private static final int FOLLOW_UP_DAYS = 60;

    private final EventLog log = new EventLog("lms");
    private final Dice dice;
    private final Departures departures;

    private SampleLearning(long seed, Departures departures) {
        this.dice = Dice.of(seed, "learning");
        this.departures = departures;
    }

    static List<Event> of(long seed, List<Participant> participants, Departures departures) {
        SampleLearning learning = new SampleLearning(seed, departures);
        for (Participant participant : participants) {
            learning.report(participant);
        }
        return learning.log.events();
    }

    private void report(Participant participant) {
        if (!departures.isEmployed(participant.employee(), participant.index())) {
            return;
        }
        if (participant.arm() != null) {
            assign(participant, participant.arm(), participant.index());
        }
        Participant.Training training = participant.training();
        if (training != null) {
            // The index date of somebody who was never assigned is the enrolment.
            LocalDate enrolledOn = participant.arm() == null
                    ? participant.index()
                    : training.startedOn().minusDays(5);
            add(
                    participant,
                    "enrolled",
                    enrolledOn,
                    9,
                    new ProgramEnrolled(
                            participant.plan().id(), participant.plan().course().id()));
            if (participant.arm() == Arm.CONTROL) {
                assign(participant, Arm.TREATMENT, training.startedOn());
            }
            complete(participant, training);
            skill(participant, training);
        }
        assess(participant);
    }

    private void assign(Participant participant, Arm arm, LocalDate day) {
        add(
                participant,
                "assigned-" + arm.id(),
                day,
                0,
                new ProgramAssigned(
                        participant.plan().id(), arm, participant.plan().arms().design()));
    }

    private void complete(Participant participant, Participant.Training training) {
        CompletionStatus status = training.status();
        if (status == null) {
            return;
        }
        var course = participant.plan().course();
        boolean completed = status == CompletionStatus.COMPLETED;
        Duration duration = status == CompletionStatus.WITHDRAWN
                ? course.duration().dividedBy(2)
                : course.duration().plusMinutes(15L * dice.below(5));
        add(
                participant,
                "completed",
                training.endedOn(),
                15,
                new TrainingCompleted(
                        participant.plan().id(),
                        course.id(),
                        status,
                        duration,
                        participant.plan().definition().provider(),
                        course.certificateMonths() > 0 ? Boolean.valueOf(completed) : null,
                        course.certificateMonths() > 0 && completed
                                ? training.endedOn().plusMonths(course.certificateMonths())
                                : null));
    }

    private void assess(Participant participant) {
        var plan = participant.plan();
        Participant.Training training = participant.training();
        if (!plan.course().tested()) {
            return;
        }
        double talent = 4 * dice.normal();
        if (training == null) {
            if (plan.id().equals(SamplePrograms.TESTED_IN_BOTH_ARMS)) {
                score(participant, Phase.PRE, participant.index(), 24 + talent);
                score(participant, Phase.POST, participant.index().plusDays(14), 25.5 + talent);
            }
            return;
        }
        score(participant, Phase.PRE, training.startedOn(), 24 + talent);
        if (training.status() == CompletionStatus.FAILED) {
            score(participant, Phase.POST, training.endedOn(), 20 + talent / 2);
        } else if (training.status() == CompletionStatus.COMPLETED) {
            score(participant, Phase.POST, training.endedOn(), 38 + talent);
            LocalDate later = training.endedOn().plusDays(FOLLOW_UP_DAYS);
            if (dice.chance(0.75)) {
                score(participant, Phase.FOLLOW_UP, later, 35 + talent);
            }
        }
    }

    private void score(Participant participant, Phase phase, LocalDate day, double expected) {
        int points = (int) Math.min(50, Math.max(0, expected + 3 * dice.normal()));
        if (!departures.isEmployed(participant.employee(), day)) {
            return;
        }
        var plan = participant.plan();
        add(
                participant,
                "assessed-" + phase.id(),
                day,
                11,
                new AssessmentScored(
                        plan.id(),
                        plan.id() + "-test",
                        phase,
                        new Score(BigDecimal.valueOf(points), BigDecimal.ZERO, MAX_POINTS, null),
                        points >= PASS_MARK,
                        plan.course().skill()));
    }

    private void skill(Participant participant, Participant.Training training) {
        String skill = participant.plan().course().skill();
        double before = 1.6 + 0.5 * dice.normal();
        add(participant, "skill-before", training.startedOn(), 10, new SkillAssessed(skill, level(before)));
        if (participant.hasCompleted()) {
            double after = before + 1.1 + 0.4 * dice.normal();
            add(participant, "skill-after", training.endedOn(), 16, new SkillAssessed(skill, level(after)));
        }
    }

    private static BigDecimal level(double level) {
        long halves = Math.round(2 * Math.min(5, Math.max(0, level)));
        return BigDecimal.valueOf(5 * halves, 1);
    }

    private void add(Participant participant, String what, LocalDate day, int hour, EventData data) {
        String id = what + "/" + participant.plan().id() + "/"
                + participant.employee().id();
        log.add(id, EventLog.at(day, hour), participant.employee().id(), data);
    }
}
