package io.cultivar.evaluation.publication;

import io.cultivar.contract.result.ChangeCause;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why a subject is folded again.
 *
 * @param causes kinds of input, apart from events that were said for the first time
 * @param months the months (UTC) of those: whether they are late depends on what had been published
 */
public record News(Set<ChangeCause> causes, Set<YearMonth> months) {

    public News {
        causes = Set.copyOf(causes);
        months = Set.copyOf(months);
    }

    /** News of these kinds. */
    public static News of(Collection<ChangeCause> causes) {
        return new News(Set.copyOf(causes), Set.of());
    }

    /** Both together. */
    public News and(News other) {
        return new Builder().add(this).add(other).build();
    }

    /** Puts news together. */
    public static final class Builder {

        private final Set<ChangeCause> causes = EnumSet.noneOf(ChangeCause.class);
        private final Set<YearMonth> months = new TreeSet<>();

        /** Adds some more. */
        public Builder add(News news) {
            causes.addAll(news.causes);
            months.addAll(news.months);
            return this;
        }

        /** All that was added. */
        public News build() {
            return new News(causes, months);
        }
    }
}
