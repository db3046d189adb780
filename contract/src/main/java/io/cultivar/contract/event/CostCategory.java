package io.cultivar.contract.event;

import io.cultivar.contract.Term;

/** The parts of a fully loaded training cost (Phillips), with the hidden ones of make or buy at the end. */
public enum CostCategory implements Term {
    NEEDS_ANALYSIS("needs-analysis"),
    DESIGN("design"),
    /** Acquisition or licence. */
    ACQUISITION("acquisition"),
    FACILITATION("facilitation"),
    MATERIALS("materials"),
    FACILITIES("facilities"),
    TRAVEL("travel"),
    /** Working time spent in training: hours at the loaded hourly rate. */
    PARTICIPANT_TIME("participant-time"),
    ADMINISTRATION("administration"),
    EVALUATION("evaluation"),
    PROVIDER_FEES("provider-fees"),
    RECRUITMENT("recruitment"),
    ONBOARDING("onboarding"),
    CONTRACT_MANAGEMENT("contract-management");

    private final String id;

    CostCategory(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
