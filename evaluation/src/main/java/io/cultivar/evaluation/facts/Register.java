package io.cultivar.evaluation.facts;

import io.cultivar.contract.event.AssessmentScored;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventData;
import io.cultivar.contract.event.OutcomeMeasured;
import io.cultivar.contract.event.ProgramAssigned;
import io.cultivar.contract.event.ProviderMeasured;
import io.cultivar.contract.event.SkillRequired;
import java.util.Comparator;
import java.util.List;

/** The rules of a register: which facts compete for it, and which of them wins. */
final class Register {

    /** The later recorded one wins; source, id and content decide only between facts recorded at the same time. */
    static final Comparator<Event> BY_PRECEDENCE = Comparator.comparing(Event::recorded)
            .thenComparing(Event::source)
            .thenComparing(Event::id)
            .thenComparing(Event::contentHash);

    private Register() {}

    /** The natural key within the subject: facts with equal keys are candidates for one register. */
    static List<Object> key(Event event) {
        EventData data = event.data();
        if (data instanceof OutcomeMeasured outcome) {
            return List.of(event.type(), outcome.metric(), event.time());
        }
        if (data instanceof AssessmentScored scored) {
            return List.of(event.type(), scored.program(), scored.assessment(), scored.phase(), event.time());
        }
        if (data instanceof ProgramAssigned assigned) {
            return List.of(event.type(), assigned.program(), event.time());
        }
        if (data instanceof ProviderMeasured measured) {
            return List.of(event.type(), measured.kpi(), event.time());
        }
        if (data instanceof SkillRequired required) {
            return List.of(event.type(), required.skill());
        }
        return switch (event.type()) {
            case EMPLOYMENT_STARTED, EMPLOYMENT_CHANGED, EMPLOYMENT_ENDED -> List.of(event.type(), event.time());
            case PROGRAM_DEFINED, METRIC_DEFINED -> List.of(event.type());
            case PROGRAM_ENROLLED,
                    PROGRAM_ASSIGNED,
                    TRAINING_COMPLETED,
                    ASSESSMENT_SCORED,
                    SKILL_ASSESSED,
                    FEEDBACK_GIVEN,
                    OUTCOME_MEASURED,
                    EMPLOYEE_ERASED,
                    COST_INCURRED,
                    PROVIDER_MEASURED,
                    SKILL_REQUIRED,
                    SOURCING_SCORED,
                    EVENT_RETRACTED -> List.of(event.type(), event.source(), event.id());
        };
    }
}
