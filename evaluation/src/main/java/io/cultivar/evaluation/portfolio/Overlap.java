package io.cultivar.evaluation.portfolio;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.CompanyResult.SharedPeople;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Which programs compare the same people. Estimates that share people are not independent, so that their variances must
 * not be added up.
 *
 * @param company tells the pairs of programs that share people; null where that is unknown, so that all may
 */
record Overlap(@Nullable CompanyResult company) {

    /** Whether two of these programs share somebody, or may do so. A pair of which publication hides the number does. */
    boolean among(Collection<String> programs) {
        if (programs.size() < 2) {
            return false;
        }
        return company == null || company.sharedPeople().stream().anyMatch(pair -> isWithin(pair, programs));
    }

    private static boolean isWithin(SharedPeople pair, Collection<String> programs) {
        boolean somebody = pair.people() == null || pair.people() > 0;
        return somebody && programs.contains(pair.one()) && programs.contains(pair.other());
    }
}
