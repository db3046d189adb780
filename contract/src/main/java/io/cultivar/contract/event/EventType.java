package io.cultivar.contract.event;

import io.cultivar.contract.Term;
import io.cultivar.contract.Topic;
import io.cultivar.contract.Topics;
import java.util.function.Function;

/** Every type of event there is: its name, what its subject is, where it goes, how its data is read. */
public enum EventType implements Term {
    PROGRAM_ENROLLED("program.enrolled", SubjectKind.EMPLOYEE, Topics.LEARNING_EVENTS, ProgramEnrolled::read),
    PROGRAM_ASSIGNED("program.assigned", SubjectKind.EMPLOYEE, Topics.LEARNING_EVENTS, ProgramAssigned::read),
    TRAINING_COMPLETED("training.completed", SubjectKind.EMPLOYEE, Topics.LEARNING_EVENTS, TrainingCompleted::read),
    ASSESSMENT_SCORED("assessment.scored", SubjectKind.EMPLOYEE, Topics.LEARNING_EVENTS, AssessmentScored::read),
    SKILL_ASSESSED("skill.assessed", SubjectKind.EMPLOYEE, Topics.LEARNING_EVENTS, SkillAssessed::read),
    /** The only type whose subject may be absent; it is then keyed by its program. */
    FEEDBACK_GIVEN("feedback.given", SubjectKind.EMPLOYEE, Topics.LEARNING_EVENTS, FeedbackGiven::read),
    OUTCOME_MEASURED("outcome.measured", SubjectKind.EMPLOYEE, Topics.WORKFORCE_EVENTS, OutcomeMeasured::read),
    EMPLOYMENT_STARTED("employment.started", SubjectKind.EMPLOYEE, Topics.WORKFORCE_EVENTS, EmploymentStarted::read),
    EMPLOYMENT_CHANGED("employment.changed", SubjectKind.EMPLOYEE, Topics.WORKFORCE_EVENTS, EmploymentChanged::read),
    EMPLOYMENT_ENDED("employment.ended", SubjectKind.EMPLOYEE, Topics.WORKFORCE_EVENTS, EmploymentEnded::read),
    EMPLOYEE_ERASED("employee.erased", SubjectKind.EMPLOYEE, Topics.WORKFORCE_EVENTS, EmployeeErased::read),
    PROGRAM_DEFINED("program.defined", SubjectKind.PROGRAM, Topics.PROGRAM_EVENTS, ProgramDefined::read),
    METRIC_DEFINED("metric.defined", SubjectKind.METRIC, Topics.PROGRAM_EVENTS, MetricDefined::read),
    COST_INCURRED("cost.incurred", SubjectKind.PROGRAM, Topics.PROGRAM_EVENTS, CostIncurred::read),
    PROVIDER_MEASURED("provider.measured", SubjectKind.PROVIDER, Topics.PROGRAM_EVENTS, ProviderMeasured::read),
    SKILL_REQUIRED("skill.required", SubjectKind.GROUP, Topics.PROGRAM_EVENTS, SkillRequired::read),
    SOURCING_SCORED("sourcing.scored", SubjectKind.SKILL_AREA, Topics.PROGRAM_EVENTS, SourcingScored::read),
    /** Goes where the event that it retracts went: kind and topic here are only those of the common case. */
    EVENT_RETRACTED("event.retracted", SubjectKind.EMPLOYEE, Topics.LEARNING_EVENTS, EventRetracted::read);

    private final String id;
    private final SubjectKind subjectKind;
    private final Topic topic;
    private final Function<Fields, EventData> reader;

    EventType(String id, SubjectKind subjectKind, Topic topic, Function<Fields, EventData> reader) {
        this.id = id;
        this.subjectKind = subjectKind;
        this.topic = topic;
        this.reader = reader;
    }

    @Override
    public String id() {
        return id;
    }

    /** What the subject of such an event names. */
    public SubjectKind subjectKind() {
        return subjectKind;
    }

    /** The topic that such events are written to. */
    public Topic topic() {
        return topic;
    }

    EventData read(Fields data) {
        return reader.apply(data);
    }
}
