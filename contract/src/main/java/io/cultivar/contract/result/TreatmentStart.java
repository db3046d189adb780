package io.cultivar.contract.result;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A period of a program in which treatment began for people of its treatment arm. A published one says nothing of how many
 * they are; those in which it began for too few people are not published at all, because they would tell when it began
 * for somebody.
 *
 * @param from first day of the period, UTC
 * @param most whether treatment began in it for at least nine of ten of the people for whom it ever did
 * @param people for how many; null where published
 * @param withheld why it is not published; null where it is
 */
public record TreatmentStart(
        LocalDate from,
        boolean most,
        @Nullable Long people,
        @Nullable Withheld withheld) {}
