package io.cultivar.oracle;

import static io.cultivar.oracle.Examples.assigned;
import static io.cultivar.oracle.Examples.change;
import static io.cultivar.oracle.Examples.event;
import static io.cultivar.oracle.Examples.measured;
import static io.cultivar.oracle.Examples.metric;
import static io.cultivar.oracle.Examples.places;
import static io.cultivar.oracle.Examples.program;
import static io.cultivar.oracle.Examples.sums;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

/** What outcomes are worth. */
class OracleMoneyTest {

    private static final Draft TREATED = assigned("a", "2026-03-15", "treatment");
    private static final String EUROS = "{'metric':'calls','unitValue':'2.5','currency':'EUR'}";

    @Test
    void shouldFoldMoneyOfTwoOutcomesIntoOneTotal() {
        // given: calls 10 -> 14 worth 2.5 each a month; errors 8 -> 5 worth 4 each a quarter, and lower is better
        Draft both = program("d", "P1M", "P0D", "P1M", EUROS + ",{'metric':'errors','unitValue':4,'currency':'EUR'}");
        Draft calls = metric("m1", "calls", "P1M", "higher");
        Draft errors = metric("m2", "errors", "P3M", "lower");
        Draft[] events = {
            both,
            calls,
            errors,
            TREATED,
            measured("o1", "2026-03-01", "10"),
            measured("o2", "2026-03-20", "14"),
            errors("o3", "2026-03-01", 8),
            errors("o4", "2026-03-20", 5)
        };
        Cell money = new Cell.Money("p", Cohort.TREATMENT);

        // then: 2.5 x 12/1 x 4 - 4 x 12/3 x (-3) = 120 + 48 = 168, squared 28224
        assertThat(sums(events)).containsEntry(money, places("1", "168", "28224", "4741632"));
        // without a change in one of them there is no money
        events[7] = errors("o4", "2026-08-01", 5);
        assertThat(sums(events)).doesNotContainKey(money);
    }

    private static Draft errors(String id, String time, int value) {
        return event(id, "outcome.measured", "ann", time, "{'metric':'errors','value':" + value + "}");
    }

    @Test
    void shouldConvertTheHorizonByMeanMonthsWhereNotBothAreMonths() {
        // given: 12 months are 365.25 days, so 52.178571... weeks; one call more at 2.5
        BigDecimal m = new BigDecimal("365.25")
                .divide(new BigDecimal(7), MathContext.DECIMAL128)
                .multiply(new BigDecimal("2.5"))
                .round(MathContext.DECIMAL128);

        // then
        assertThat(sums(
                        program("d", "P1M", "P0D", "P1M", EUROS),
                        metric("m1", "calls", "P1W", "higher"),
                        TREATED,
                        measured("o1", "2026-03-01", "10"),
                        measured("o2", "2026-03-20", "11")))
                .containsEntry(
                        new Cell.Money("p", Cohort.TREATMENT),
                        places(
                                "1",
                                m.toString(),
                                m.multiply(m).toString(),
                                m.pow(3).toString()));
    }

    @Test
    void shouldGiveNoMoneyWithoutMetricOrInTwoCurrenciesOrWithoutValue() {
        // given
        Draft x = measured("o1", "2026-03-01", "10");
        Draft y = measured("o2", "2026-03-20", "11");
        Draft calls = metric("m1", "calls", "P1M", "higher");
        Draft errors = metric("m2", "errors", "P1M", "higher");
        Draft mixed = program("d", "P1M", "P0D", "P1M", EUROS + ",{'metric':'errors','unitValue':1,'currency':'USD'}");
        Draft worthless = program("d", "P1M", "P0D", "P1M", "{'metric':'calls'}");
        Cell money = new Cell.Money("p", Cohort.TREATMENT);
        Draft defined = program("d", "P1M", "P0D", "P1M", EUROS);
        Draft[] all = {mixed, calls, errors, TREATED, x, y, errors("o3", "2026-03-01", 8), errors("o4", "2026-03-20", 5)
        };

        // then
        assertThat(sums(defined, calls, TREATED, x, y)).containsKey(money);
        assertThat(sums(defined, TREATED, x, y)).doesNotContainKey(money).containsKey(change(Cohort.TREATMENT));
        assertThat(sums(worthless, calls, TREATED, x, y)).doesNotContainKey(money);
        assertThat(sums(all)).doesNotContainKey(money).containsKey(new Cell.Change("p", "errors", Cohort.TREATMENT));
    }
}
