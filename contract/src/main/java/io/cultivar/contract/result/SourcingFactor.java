package io.cultivar.contract.result;

import io.cultivar.contract.event.Sourcing;
import java.math.BigDecimal;

/**
 * A judged qualitative factor of making or buying training in a skill area; shown beside the numbers, never blended in.
 *
 * @param skillArea the skill area
 * @param sourcing in-house or external
 * @param factor what was judged
 * @param score 0 (worst) to 1 (best)
 * @param author who judged
 * @param reason why
 */
public record SourcingFactor(
        String skillArea, Sourcing sourcing, String factor, BigDecimal score, String author, String reason) {}
