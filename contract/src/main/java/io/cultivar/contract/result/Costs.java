package io.cultivar.contract.result;

import io.cultivar.contract.event.CostCategory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a program cost, fully loaded, up to as-of.
 *
 * @param currency of the total and its parts: the program's reporting currency, else the one of all items; null where there
 *     is none, or an amount in another currency has no rate
 * @param total sum of the items and of the participants' time; null where not computable or withheld
 * @param standardError of the total: postings that are estimates, taken to be independent, add up in squares; null where
 *     all amounts are known or there is no total
 * @param byCategory the same by category, those with a cost
 * @param participantTimeDerived participants' time at the loaded hourly rate, where no such cost was posted
 * @param emptyCategories categories in which nothing was posted
 * @param items what was posted, each in the currency that it was posted in
 * @param reasons why something is absent
 */
public record Costs(
        @Nullable String currency,
        @Nullable BigDecimal total,
        @Nullable Double standardError,
        Map<CostCategory, BigDecimal> byCategory,
        @Nullable BigDecimal participantTimeDerived,
        List<CostCategory> emptyCategories,
        List<CostItem> items,
        List<Reason> reasons,
        @Nullable Withheld withheld) {

    public Costs {
        Finite.checkPresent(standardError);
        byCategory = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(byCategory));
        emptyCategories = List.copyOf(emptyCategories);
        items = List.copyOf(items);
        reasons = List.copyOf(reasons);
    }

    /** The share of all categories that have a cost: how complete the sheet is. */
    public double completeness() {
        int categories = CostCategory.values().length;
        return (double) (categories - emptyCategories.size()) / categories;
    }
}
