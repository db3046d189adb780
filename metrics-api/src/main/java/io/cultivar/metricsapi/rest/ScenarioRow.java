package io.cultivar.metricsapi.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cultivar.evaluation.program.ScenarioAssumptions;
import io.cultivar.metricsapi.tables.RoiRow;

/**
 * What a program would have returned under some assumptions.
 *
 * @param scenario which of those that were asked for, from 0
 * @param assumed what was assumed otherwise than declared
 * @param returned as in {@code /v1/roi}; the cost, no longer what was posted, is only in {@code costEstimate}
 */
record ScenarioRow(
        int scenario,
        ScenarioAssumptions assumed,
        @JsonUnwrapped RoiRow returned) {}
