package io.cultivar.contract.result;

import java.util.List;
import java.util.stream.Stream;

/**
 * How strong the evidence is, and why it is not stronger.
 *
 * @param grade A (best) to E
 * @param reasons what kept it from a better grade, and guards that flagged; none for an unflagged A
 */
public record Evidence(Grade grade, List<Reason> reasons) {

    /** Of what was compared with nothing. */
    public static final Evidence DESCRIPTIVE = new Evidence(Grade.E, List.of(Reason.NO_COMPARISON));

    /** What is published of a withheld result: a grade that tells nothing about how many people stand behind it. */
    public static final Evidence WITHHELD = new Evidence(Grade.E, List.of());

    public Evidence {
        reasons = List.copyOf(reasons);
    }

    /** The weaker of two: the worse grade, with the reasons of both. */
    public Evidence weakest(Evidence other) {
        List<Reason> both = Stream.concat(reasons.stream(), other.reasons.stream())
                .distinct()
                .sorted()
                .toList();
        return new Evidence(grade.compareTo(other.grade) >= 0 ? grade : other.grade, both);
    }
}
