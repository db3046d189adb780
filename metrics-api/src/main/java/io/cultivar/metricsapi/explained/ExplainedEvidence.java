package io.cultivar.metricsapi.explained;

import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Withheld;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How strong the evidence is, in words too.
 *
 * @param grade A (best) to E
 * @param meaning the grade in one sentence
 * @param reasons what kept it from a better grade, and guards that flagged
 */
public record ExplainedEvidence(Grade grade, String meaning, List<ExplainedReason> reasons) {

    /** The same evidence, explained. */
    public static ExplainedEvidence of(Evidence evidence) {
        return new ExplainedEvidence(
                evidence.grade(), meaning(evidence.grade()), ExplainedReason.all(evidence.reasons()));
    }

    /** Null for a withheld result: how strong its evidence is would tell how many people stand behind it. */
    public static @Nullable ExplainedEvidence of(Evidence evidence, @Nullable Withheld withheld) {
        return withheld == null ? of(evidence) : null;
    }

    /** The grade in one sentence, for people. */
    public static String meaning(Grade grade) {
        return switch (grade) {
            case A -> "Randomized, few lost, enough people.";
            case B -> "A control group that was not drawn by lot; all guards pass.";
            case C -> "A control group with a failed or missing guard, or few people.";
            case D -> "Before and after only, with a declared isolation estimate.";
            case E -> "Descriptive: nothing tells what the program caused.";
        };
    }
}
