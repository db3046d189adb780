package io.cultivar.evaluation.facts;

import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventRetracted;
import io.cultivar.contract.result.ChangeCause;
import io.cultivar.evaluation.publication.News;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which kinds of input the newest facts about a subject are. Unlike what a set of events means, this depends on their
 * order: an event that is known before the one it corrects corrects nothing that anybody has seen.
 */
public final class NewFacts {

    private final Set<List<Object>> knownRegisters = new HashSet<>();
    private final Set<List<String>> knownIdentities = new HashSet<>();
    private final Set<ChangeCause> causes = EnumSet.noneOf(ChangeCause.class);
    private final Set<YearMonth> months = new TreeSet<>();

    private NewFacts() {}

    /**
     * What the facts that came in at or after an arrival bring.
     *
     * @param stored what is kept under every identity of the subject
     * @param since the first arrival that is new
     */
    public static News of(Collection<StoredFact> stored, long since) {
        var facts = new NewFacts();
        stored.stream().filter(fact -> fact.arrival() < since).forEach(fact -> facts.know(fact.event()));
        stored.stream().filter(fact -> fact.arrival() >= since).forEach(facts::learn);
        return new News(facts.causes, facts.months);
    }

    private void know(Event event) {
        knownIdentities.add(List.of(event.source(), event.id()));
        knownRegisters.add(Register.key(event));
    }

    private void learn(StoredFact fact) {
        Event event = fact.event();
        if (event.data() instanceof EventRetracted retraction) {
            if (knownIdentities.contains(List.of(retraction.source(), retraction.id()))) {
                causes.add(ChangeCause.RETRACTION);
            }
        } else if (isDefinition(event)) {
            causes.add(ChangeCause.CHANGED_DEFINITION);
        } else if (fact.conflicted() || knownRegisters.contains(Register.key(event))) {
            causes.add(ChangeCause.CORRECTION);
        } else {
            months.add(YearMonth.from(event.time().atOffset(ZoneOffset.UTC)));
        }
    }

    private static boolean isDefinition(Event event) {
        return switch (event.type()) {
            case PROGRAM_DEFINED, METRIC_DEFINED, SKILL_REQUIRED, SOURCING_SCORED -> true;
            case PROGRAM_ENROLLED,
                    PROGRAM_ASSIGNED,
                    TRAINING_COMPLETED,
                    ASSESSMENT_SCORED,
                    SKILL_ASSESSED,
                    FEEDBACK_GIVEN,
                    OUTCOME_MEASURED,
                    EMPLOYMENT_STARTED,
                    EMPLOYMENT_CHANGED,
                    EMPLOYMENT_ENDED,
                    EMPLOYEE_ERASED,
                    COST_INCURRED,
                    PROVIDER_MEASURED,
                    EVENT_RETRACTED -> false;
        };
    }
}
