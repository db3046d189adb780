package io.cultivar.contract.result;

import io.cultivar.contract.event.CostCategory;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What was spent in one calendar month (UTC) on one category with one provider (null: none named), exactly. */
public record CostItem(
        CostCategory category, @Nullable String provider, String currency, YearMonth month, BigDecimal amount) {}
