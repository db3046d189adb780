package io.cultivar.contract.result;

import org.jspecify.annotations.Nullable;

/**
 * A number of people.
 *
 * @param employees how many; null where published and withheld
 * @param withheld why publication withholds it; null where it does not
 */
public record Count(@Nullable Long employees, @Nullable Withheld withheld) {

    /** So many people, nothing decided about publication. */
    public static Count of(long employees) {
        return new Count(employees, null);
    }
}
