package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.CostIncurred;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventData;
import io.cultivar.evaluation.facts.Facts;
import io.cultivar.evaluation.facts.StoredFact;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Folds everything known about one subject that is no employee: a program's costs, and what stands as a definition. */
public final class CatalogFold {

    private CatalogFold() {}

    /**
     * What came out.
     *
     * @param contribution what the subject adds to which sums
     * @param definition the definition that stands; null where there is none
     * @param changesAt the first instant after as-of at which the contribution may change; null for never
     */
    public record FoldedCatalog(
            Contribution contribution,
            @Nullable EventData definition,
            @Nullable Instant changesAt) {}

    /**
     * The contribution and definition of a subject.
     *
     * @param subject the subject without its kind: for costs, the program
     * @param definitionType which record defines such a subject, a {@code ProgramDefined} say
     * @param stored what is kept under each identity of the subject, in any order
     * @param asOf costs dated after this do not count; definitions always do
     */
    public static FoldedCatalog fold(
            String subject, Class<? extends EventData> definitionType, Collection<StoredFact> stored, Instant asOf) {
        Facts facts = Facts.of(stored);
        var out = new Contribution.Builder()
                .add(new Cell.DataQuality(), Sums.ofCounts(facts.identityConflicts(), facts.registerConflicts(), 0));
        facts.upTo(asOf).ofType(CostIncurred.class).forEach(cost -> {
            var cell = new Cell.Cost(
                    subject,
                    cost.data().category(),
                    cost.data().provider(),
                    cost.data().currency(),
                    YearMonth.from(cost.time().atOffset(ZoneOffset.UTC)));
            BigDecimal error = Objects.requireNonNullElse(cost.data().standardError(), BigDecimal.ZERO);
            out.add(cell, Sums.of(BigDecimal.ONE, cost.data().amount(), error.multiply(error)));
        });
        StandardsFold.fold(subject, facts, asOf, out);
        // Feedback without an employee is kept under its program.
        FeedbackFold.fold(facts.upTo(asOf), out);
        List<? extends EventData> definitions =
                facts.ofType(definitionType).stream().map(Facts.Dated::data).toList();
        Instant changesAt = facts.map(Event::time)
                .filter(time -> time.isAfter(asOf))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new FoldedCatalog(out.build(), definitions.isEmpty() ? null : definitions.get(0), changesAt);
    }
}
