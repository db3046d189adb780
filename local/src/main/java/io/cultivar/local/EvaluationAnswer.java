package io.cultivar.local;

import io.cultivar.contract.event.RejectionReason;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProgramResult;
import java.time.Instant;
import java.util.List;

/**
 * What {@code evaluate} answers: a function of the set of events, of as-of and of nothing else, so that the same set gives
 * the same bytes. Its JSON Schema is {@code schemas/evaluate/1.json}.
 *
 * @param asOf facts dated after this do not count
 * @param minimumGroup how many people a published number needs; what publication would withhold is marked and shown
 * @param dataQuality what was contradictory
 * @param company what is known beyond single programs, exactly
 * @param portfolio what is known across programs, from their exact results
 * @param programs every program, exactly, by id
 * @param rejected the events that were refused, in the order of the files
 */
record EvaluationAnswer(
        Instant asOf,
        int minimumGroup,
        DataQuality dataQuality,
        CompanyResult company,
        PortfolioResult portfolio,
        List<ProgramResult> programs,
        List<RejectedEvent> rejected) {

    EvaluationAnswer {
        programs = List.copyOf(programs);
        rejected = List.copyOf(rejected);
    }

    /**
     * What was contradictory.
     *
     * @param identityConflicts event ids that came with two contents
     * @param registerConflicts facts that two events claim at one recorded time
     * @param erasedEmployees people who left every store
     */
    record DataQuality(long identityConflicts, long registerConflicts, long erasedEmployees) {}

    /** One event that was refused: where it stands, why, and the JSON pointer to the place in it. */
    record RejectedEvent(String file, long line, RejectionReason reason, String pointer, String message) {}
}
