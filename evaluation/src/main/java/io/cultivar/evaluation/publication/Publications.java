package io.cultivar.evaluation.publication;

import io.cultivar.contract.result.ChangeCause;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Publication;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be remembered of a publication. It is made of what is published only, so nothing withheld can be in it. */
public final class Publications {

    private Publications() {}

    /**
     * The entry for a program.
     *
     * @param before what was published last; null where nothing was
     * @param now what is published; null where nothing is any more
     * @param told which kinds of input changed its sums since
     * @param at when
     * @return nothing where it says what the last one said, whatever the day
     */
    public static Optional<Publication> of(
            @Nullable ProgramResult before, @Nullable ProgramResult now, Collection<ChangeCause> told, Instant at) {
        @Nullable ProgramResult kept = now == null ? null : remembered(now, now.asOf());
        if (Objects.equals(timeless(before), timeless(now))) {
            return Optional.empty();
        }
        if (before == null) {
            return Optional.of(new Publication(at, List.of(), List.of(), kept, null));
        }
        PublishedFigures next = now == null ? PublishedFigures.none() : PublishedFigures.of(now);
        return Optional.of(new Publication(
                at,
                List.copyOf(causes(before, now, told)),
                PublishedFigures.of(before).changesTo(next),
                kept,
                null));
    }

    private static Set<ChangeCause> causes(
            ProgramResult before, @Nullable ProgramResult now, Collection<ChangeCause> told) {
        // Only a first publication does not wait until everything is counted: the rest of it is new, too.
        if (before.refolding()) {
            return EnumSet.of(ChangeCause.NEW_EVENT);
        }
        Set<ChangeCause> causes = EnumSet.noneOf(ChangeCause.class);
        causes.addAll(told);
        if (now != null && !now.asOf().equals(before.asOf())) {
            causes.add(ChangeCause.AS_OF_MOVED);
        }
        if (now == null ? before.definition() != null : isRedefined(before, now)) {
            causes.add(ChangeCause.CHANGED_DEFINITION);
        }
        return causes;
    }

    /** The entry for the portfolio; the programs in it tell what caused it. */
    public static Optional<Publication> of(
            @Nullable PortfolioResult before, PortfolioResult now, Collection<ChangeCause> told, Instant at) {
        PortfolioResult kept = remembered(now, now.asOf());
        if (before != null && timeless(before).equals(timeless(now))) {
            return Optional.empty();
        }
        if (before == null) {
            return Optional.of(new Publication(at, List.of(), List.of(), null, kept));
        }
        return Optional.of(new Publication(
                at, List.copyOf(told), PublishedFigures.of(before).changesTo(PublishedFigures.of(now)), null, kept));
    }

    private static boolean isRedefined(ProgramResult before, ProgramResult now) {
        return !Objects.equals(before.definition(), now.definition())
                || now.effects().stream().anyMatch(effect -> isRedefined(before, effect));
    }

    private static boolean isRedefined(ProgramResult before, Effect now) {
        return before.effects().stream()
                .filter(effect -> effect.metric().equals(now.metric()))
                .anyMatch(effect -> !Objects.equals(effect.definition(), now.definition()));
    }

    private static @Nullable ProgramResult timeless(@Nullable ProgramResult result) {
        return result == null ? null : remembered(result, Instant.EPOCH);
    }

    private static PortfolioResult timeless(PortfolioResult result) {
        return remembered(result, Instant.EPOCH);
    }

    /** Starts, curves, months, roll-outs and feedback would make years of entries too many to be read again. */
    private static ProgramResult remembered(ProgramResult result, Instant asOf) {
        return new ProgramResult(
                result.program(),
                result.definition(),
                asOf,
                false,
                result.participation(),
                List.of(),
                result.effects(),
                List.of(),
                result.assessments(),
                List.of(),
                List.of(),
                List.of(),
                result.retentionComparison(),
                List.of(),
                result.costs(),
                result.returns());
    }

    private static PortfolioResult remembered(PortfolioResult result, Instant asOf) {
        return new PortfolioResult(
                asOf,
                result.totals(),
                result.primaryEffects(),
                List.of(),
                List.of(),
                Map.copyOf(result.concentration()));
    }
}
