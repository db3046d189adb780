package io.cultivar.contract.result;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code published.log}: a result was published that says something else than the last one under its key.
 *
 * @param at when
 * @param causes which kinds of input changed it, in the order of {@link ChangeCause}; none where it is the first one
 * @param changes the figures that changed; none where it is the first one, or something else changed
 * @param program the program as it was published, without curves, months, roll-outs and feedback; null where the entry is
 *     about the portfolio, or nothing is published about the program any more
 * @param portfolio the portfolio as it was published, without providers and sourcing; null where the entry is about a program
 */
public record Publication(
        Instant at,
        List<ChangeCause> causes,
        List<FigureChange> changes,
        @Nullable ProgramResult program,
        @Nullable PortfolioResult portfolio) {

    public Publication {
        causes = List.copyOf(causes);
        changes = List.copyOf(changes);
    }

    /** Whether something that had been said was changed, and not only added to. */
    public boolean restates() {
        return causes.stream().anyMatch(ChangeCause::restates);
    }
}
