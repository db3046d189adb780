package io.cultivar.metricsapi.tables;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.result.Withheld;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Costs of one group; a key that is not grouped by is absent from every row.
 *
 * @param provider absent also for costs without one
 * @param quarter such as {@code 2026-Q1}, UTC; absent also for participants' time that nobody posted, which has no date
 * @param from first day of the quarter
 * @param to first day after it
 * @param currency the one that was posted in; of derived time the program's
 * @param amount the sum, exactly; absent where a part of it is withheld
 * @param derived of it, participants' time at the loaded hourly rate, where nobody posted that; absent where there is none
 * @param withheld why: the time of a small group is in it
 */
record CostGroupRow(
        @Nullable String program,
        @Nullable CostCategory category,
        @Nullable String provider,
        @Nullable String quarter,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String currency,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal derived,
        @Nullable Withheld withheld)
        implements Dated {}
