package io.cultivar.evaluation.portfolio;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.ProviderSpend;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From the results of all programs to what is known across them. It reads nothing but those results: made of published
 * ones, it holds nothing that is withheld, and nothing withheld can be had from it by subtraction, because all that went
 * into it is published itself.
 */
public final class PortfolioEvaluation {

    private PortfolioEvaluation() {}

    /**
     * The portfolio; the same results give the same bits, in whatever order.
     *
     * @param programs their results, exact or published
     * @param company tells which programs share people; null where that is unknown, so that all may
     * @param asOf the instant that the results are for
     */
    public static PortfolioResult of(
            Collection<ProgramResult> programs, @Nullable CompanyResult company, Instant asOf) {
        List<ProgramResult> sorted = programs.stream()
                .sorted(Comparator.comparing(ProgramResult::program))
                .toList();
        var overlap = new Overlap(company);
        List<ProviderSpend> spend = ProviderEvaluation.of(sorted);
        return new PortfolioResult(
                asOf,
                TotalEvaluation.of(sorted, overlap),
                PrimaryEffects.of(sorted),
                SourcingEvaluation.of(sorted, overlap),
                spend,
                ProviderEvaluation.concentration(spend));
    }
}
