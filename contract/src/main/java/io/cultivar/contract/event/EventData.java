package io.cultivar.contract.event;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** The {@code data} of an event; which record it is says the event's type. */
public sealed interface EventData
        permits ProgramEnrolled,
                ProgramAssigned,
                TrainingCompleted,
                AssessmentScored,
                OutcomeMeasured,
                EmploymentStarted,
                EmploymentChanged,
                EmploymentEnded,
                SkillAssessed,
                FeedbackGiven,
                EventRetracted,
                EmployeeErased,
                ProgramDefined,
                MetricDefined,
                CostIncurred,
                ProviderMeasured,
                SkillRequired,
                SourcingScored {

    /** The type of the event that carries this data. */
    @JsonIgnore
    EventType type();
}
