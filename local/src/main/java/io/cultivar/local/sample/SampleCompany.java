package io.cultivar.local.sample;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.RejectionReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An invented company of 400 people in eight departments, with the year 2025 as its systems would report it: about
 * 22,000 CloudEvents. What its programs really do is planted, so that everybody can see whether it is found again:
 *
 * <table>
 * <caption>The planted truths</caption>
 * <tr><th>program</th><th>design</th><th>truth</th></tr>
 * <tr><td>support-simulation</td><td>randomized</td><td>the winner: +5 tickets a week, worth far more than it
 *     costs</td></tr>
 * <tr><td>complaint-clinic</td><td>randomized</td><td>+0.50 points of customer satisfaction; pays for itself</td></tr>
 * <tr><td>deal-sprint</td><td>randomized</td><td>the loser: -1.2 deals a month, and dear</td></tr>
 * <tr><td>crm-mastery</td><td>waitlist</td><td>+0.60 points; rolled out in two waves, May and July; the controls are treated in
 *     October</td></tr>
 * <tr><td>clean-code-workshop</td><td>randomized</td><td>the trap: no effect, but everybody delivers 1.5 features more
 *     from June on; only the control group shows it</td></tr>
 * <tr><td>peer-code-review</td><td>randomized</td><td>+0.5 ideas a month; nobody wrote down its cost</td></tr>
 * <tr><td>leadership-essentials</td><td>waitlist</td><td>+2.6 tasks a month; the controls are treated in
 *     September</td></tr>
 * <tr><td>mentoring-circles</td><td>self-selected</td><td>+1 point of engagement; enrolments only, no controls, an
 *     isolation factor</td></tr>
 * <tr><td>career-pathways</td><td>randomized</td><td>keeps people (a monthly risk of leaving of 0.4 % against 3.5 %);
 *     +2 points of engagement, which nobody turns into money</td></tr>
 * <tr><td>lean-problem-solving</td><td>matched</td><td>-0.5 percentage points of error rate, which is better</td></tr>
 * <tr><td>resilience-webinar</td><td>randomized</td><td>the null: no effect, but costs</td></tr>
 * <tr><td>data-literacy</td><td>self-selected</td><td>+2 tasks a month; enrolments only, no controls, no isolation
 *     factor: no return can be told</td></tr>
 * <tr><td>legal-ai-drafting</td><td>matched</td><td>four treated people: must be withheld</td></tr>
 * </table>
 *
 * <p>Effects come with completing (92 % do), so that what intention to treat finds is a little smaller. And as real
 * senders do, these repeat themselves (2 % exact copies), correct themselves (the error rates of May), take back
 * (test entries of 9,999 tickets, a misbooked completion, an answer to the wrong survey), have one person erased, and
 * send {@link #plannedRejections rows that must be refused}. All money is in euros.
 */
public final class SampleCompany {

    /** The seed whose company the documentation shows. */
    public static final long SEED = 2025;

    private static final double RISK_OF_TREATED = 0.004;
    private static final double RISK_OF_CONTROLS = 0.035;

    private SampleCompany() {}

    /** Everything that is sent, one CloudEvent a line, in no order; the same lines for the same seed. */
    public static List<String> lines(long seed) {
        List<Employee> people = SamplePeople.of(seed);
        List<ProgramPlan> plans = SamplePrograms.all();
        Departures departures = Departures.of(seed, people, risks(seed, people, plans));
        List<Participant> participants = plans.stream()
                .flatMap(plan -> SampleArms.of(seed, people, departures, plan).stream())
                .toList();
        Map<String, List<Participant>> byEmployee = participants.stream()
                .collect(Collectors.groupingBy(
                        participant -> participant.employee().id()));

        List<Event> events = new ArrayList<>();
        events.addAll(SampleBackOffice.of(seed, plans, people));
        events.addAll(SampleEmployment.of(seed, people, departures));
        events.addAll(SampleLearning.of(seed, participants, departures));
        events.addAll(SampleFeedback.of(seed, participants));
        events.addAll(SampleOutcomes.of(seed, people, departures, byEmployee));
        return SampleImperfections.spoil(seed, events, participants);
    }

    /** How many of the lines must be refused, and why; the same for every seed. */
    public static Map<RejectionReason, Long> plannedRejections() {
        return SampleBadRows.ALL.stream()
                .map(SampleBadRows.BadRow::reason)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Who takes part in the program that keeps people is settled before it can keep anybody. */
    private static Map<String, Double> risks(long seed, List<Employee> people, List<ProgramPlan> plans) {
        Departures withoutPrograms = Departures.of(seed, people, Map.of());
        Map<String, Double> risks = new HashMap<>();
        plans.stream()
                .filter(plan -> plan.id().equals(SamplePrograms.RETAINING))
                .flatMap(plan -> SampleArms.of(seed, people, withoutPrograms, plan).stream())
                .forEach(participant -> risks.put(
                        participant.employee().id(),
                        participant.arm() == Arm.TREATMENT ? RISK_OF_TREATED : RISK_OF_CONTROLS));
        return risks;
    }
}
