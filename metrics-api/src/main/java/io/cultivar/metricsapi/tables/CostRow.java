package io.cultivar.metricsapi.tables;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.result.CostItem;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Withheld;
import io.cultivar.metricsapi.explained.ExplainedReason;
import io.cultivar.metricsapi.explained.ProgramFacts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cost sheet of one program; the meaning of each figure is that of {@link Costs}. */
record CostRow(
        String program,
        @Nullable String title,
        @Nullable String currency,
        @Nullable BigDecimal total,
        @Nullable Double standardError,
        Map<CostCategory, BigDecimal> byCategory,
        @Nullable BigDecimal participantTimeDerived,
        List<CostCategory> emptyCategories,
        List<CostItem> items,
        List<ExplainedReason> reasons,
        @Nullable Withheld withheld) {

    static CostRow of(ProgramResult program) {
        Costs costs = program.costs();
        return new CostRow(
                program.program(),
                ProgramFacts.title(program),
                costs.currency(),
                costs.total(),
                costs.standardError(),
                costs.byCategory(),
                costs.participantTimeDerived(),
                costs.emptyCategories(),
                costs.items(),
                ExplainedReason.all(costs.reasons()),
                costs.withheld());
    }
}
