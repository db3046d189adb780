package io.cultivar.contract.result;

import io.cultivar.contract.event.Better;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * How a provider does against what was agreed, on one figure.
 *
 * @param provider the provider
 * @param kpi the figure
 * @param measuredAt when it was measured last
 * @param value what was reached then
 * @param target what was agreed then
 * @param better which direction is an improvement
 * @param periods how often it was measured
 * @param breached in how many of them the target was missed
 */
public record ProviderKpi(
        String provider,
        String kpi,
        Instant measuredAt,
        BigDecimal value,
        BigDecimal target,
        Better better,
        long periods,
        long breached) {}
