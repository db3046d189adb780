package io.cultivar.metricsapi.tables;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.result.Bucket;
import io.cultivar.contract.result.CostItem;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Withheld;
import io.cultivar.metricsapi.published.Snapshot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was posted, and participants' time where nobody posted that, added up by what is asked for. Amounts in two currencies
 * are never added.
 */
final class CostGroups {

    private static final String BY_PROGRAM = "program";
    private static final String BY_CATEGORY = "category";
    private static final String BY_PROVIDER = "provider";
    private static final String BY_QUARTER = "quarter";

    /** What costs can be added up by. */
    static final List<String> KEYS = List.of(BY_PROGRAM, BY_CATEGORY, BY_PROVIDER, BY_QUARTER);

    private record Group(
            @Nullable String program,
            @Nullable CostCategory category,
            @Nullable String provider,
            @Nullable LocalDate quarter,
            String currency) {

        private static <T extends Comparable<T>> Comparator<T> last() {
            return Comparator.nullsLast(Comparator.naturalOrder());
        }

        static final Comparator<Group> ORDER = Comparator.comparing(Group::program, last())
                .thenComparing(Group::category, last())
                .thenComparing(Group::provider, last())
                .thenComparing(Group::quarter, last())
                .thenComparing(Group::currency);
    }

    private record Sum(
            BigDecimal amount,
            @Nullable BigDecimal derived,
            @Nullable Withheld withheld) {
        Sum plus(Sum other) {
            return new Sum(
                    amount.add(other.amount),
                    derived == null || other.derived == null
                            ? derived == null ? other.derived : derived
                            : derived.add(other.derived),
                    withheld == null ? other.withheld : withheld);
        }
    }

    private final List<String> keys;
    private final Filter filter;
    private final Map<Group, Sum> sums = new TreeMap<>(Group.ORDER);

    private CostGroups(Filter filter) {
        this.filter = filter;
        List<String> asked = filter.list(Parameter.GROUP_BY);
        this.keys = asked.isEmpty() ? KEYS : asked;
    }

    static Stream<CostGroupRow> rows(Snapshot snapshot, Filter filter) {
        CostGroups groups = new CostGroups(filter);
        snapshot.programs().stream()
                .filter(program -> filter.accepts(Parameter.PROGRAM, program.program()))
                .forEach(groups::add);
        return groups.sums.entrySet().stream().map(group -> row(group.getKey(), group.getValue()));
    }

    private void add(ProgramResult program) {
        Costs costs = program.costs();
        for (CostItem item : costs.items()) {
            LocalDate quarter = Bucket.QUARTER.start(item.month().atDay(1));
            add(
                    program.program(),
                    item.category(),
                    item.provider(),
                    quarter,
                    item.currency(),
                    new Sum(item.amount(), null, null));
        }
        BigDecimal derived = costs.participantTimeDerived();
        if (costs.currency() != null && (derived != null || costs.withheld() != null)) {
            BigDecimal amount = derived == null ? BigDecimal.ZERO : derived;
            add(
                    program.program(),
                    CostCategory.PARTICIPANT_TIME,
                    null,
                    null,
                    costs.currency(),
                    new Sum(amount, derived, costs.withheld()));
        }
    }

    private void add(
            String program,
            CostCategory category,
            @Nullable String provider,
            @Nullable LocalDate quarter,
            String currency,
            Sum sum) {
        boolean ranged = !filter.list(Parameter.FROM).isEmpty()
                || !filter.list(Parameter.TO).isEmpty();
        if (filter.accepts(Parameter.CATEGORY, category)
                && filter.accepts(Parameter.PROVIDER, provider)
                && filter.accepts(Parameter.CURRENCY, currency)
                // What has no date is in no range of dates.
                && (quarter == null ? !ranged : filter.covers(quarter))) {
            Group group = new Group(
                    keys.contains(BY_PROGRAM) ? program : null,
                    keys.contains(BY_CATEGORY) ? category : null,
                    keys.contains(BY_PROVIDER) ? provider : null,
                    keys.contains(BY_QUARTER) ? quarter : null,
                    currency);
            sums.merge(group, sum, Sum::plus);
        }
    }

    private static CostGroupRow row(Group group, Sum sum) {
        LocalDate quarter = group.quarter();
        return new CostGroupRow(
                group.program(),
                group.category(),
                group.provider(),
                quarter == null ? null : quarter.getYear() + "-Q" + quarter.get(IsoFields.QUARTER_OF_YEAR),
                quarter,
                quarter == null ? null : Bucket.QUARTER.next(quarter),
                group.currency(),
                sum.withheld() == null ? sum.amount() : null,
                sum.withheld() == null ? sum.derived() : null,
                sum.withheld());
    }
}
