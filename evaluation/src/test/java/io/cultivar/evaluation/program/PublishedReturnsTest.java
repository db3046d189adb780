package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.program.Figures.METRIC;
import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Returns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published cases: from their benefits and costs follow the ROI, benefit-cost ratio and payback that were published. */
class PublishedReturnsTest {

    private static final Known DOLLARS = Known.of(Known.worth(METRIC, "1", "USD"));

    /** Ten treated people who are worth the benefit together, against ten controls around 0. */
    private static Returns returns(String benefit, String... costs) {
        BigDecimal each = new BigDecimal(benefit).divide(BigDecimal.TEN);
        Figures figures =
                new Figures().members(TREATMENT, Design.RANDOMIZED, 10, 0).members(CONTROL, Design.RANDOMIZED, 10, 0);
        for (int pair = 0; pair < 5; pair++) {
            figures.money(TREATMENT, each.subtract(BigDecimal.ONE) + " " + each.add(BigDecimal.ONE));
            figures.money(CONTROL, "-1 1");
        }
        Iterator<CostCategory> categories = List.of(CostCategory.values()).iterator();
        for (String cost : costs) {
            figures.cost(categories.next(), "USD", cost);
        }
        return figures.evaluate(DOLLARS).returns();
    }

    private static BigDecimal rounded(@Nullable Double value, int decimals) {
        return BigDecimal.valueOf(Objects.requireNonNull(value)).setScale(decimals, RoundingMode.HALF_UP);
    }

    @ParameterizedTest
    @CsvSource({
        // Phillips & Phillips, Nations Hotel Corporation (coaching), in ROI at Work, ASTD 2005
        "1861158, 579800, 221, 3.21",
        // Phillips & Phillips, Return on Investment (ROI) Basics, ASTD 2005, as quoted by coolwerx.com, "Calculating
        // Benefit-Cost Analysis (BCR) & Return on Investment (ROI)"
        "60000, 20000, 200, 3",
        // Rohs, "Calculating the Monetary Return of a Leadership Development Program", Journal of Leadership Education
        // 3 (1), 2004: "every one-dollar spent returned $3.86 in benefits and $2.86 (286%) in net benefits"
        "3.86, 1, 286, 3.86",
        // "ROI calculation" (ebrary.net/1303): 350,000 for 200,000 are "$1.75", or "a net return of $0.75", a dollar
        "350000, 200000, 75, 1.75",
        // Future-Tel, Sales Simulator (ebrary.net/1330), which calls the ratio a return: "each $1 invested ... $1.57"
        "617359, 392225, 57, 1.57",
        // the same, adjusted for the season: "$1.42"
        "557475, 392225, 42, 1.42"
    })
    void shouldFindPublishedRoiAndRatio(String benefit, String cost, String roiPercent, String ratio) {
        // when
        Returns returns = returns(benefit, cost);

        // then
        double roi = Objects.requireNonNull(returns.roi()).value();
        double found = Objects.requireNonNull(returns.benefitCostRatio()).value();
        assertThat(rounded(100 * roi, 0)).isEqualTo(roiPercent);
        assertThat(rounded(found, new BigDecimal(ratio).scale())).isEqualTo(ratio);
    }

    @Test
    void shouldFindPublishedPayback() {
        // trainingcheck.com, "What is the 'Payback Period'?": benefits 81,500 in 12 months, costs 15,000: 2.2 months
        assertThat(rounded(returns("81500", "15000").paybackMonths(), 1)).isEqualTo("2.2");
    }

    @Test
    void shouldNotCallARatioAReturn() {
        // given: "Calculating return on investment" (docsbay.net/doc/335095) divides benefits by costs and calls that
        // an ROI of 143 %; its payback of 8 months is right
        Returns returns = returns("1077321", "40930", "4744", "12713", "86250", "15000", "40500", "553156", "872");

        // then
        assertThat(rounded(Objects.requireNonNull(returns.benefitCostRatio()).value(), 2))
                .isEqualTo("1.43");
        assertThat(rounded(Objects.requireNonNull(returns.roi()).value(), 2)).isEqualTo("0.43");
        assertThat(rounded(returns.paybackMonths(), 0)).isEqualTo("8");
    }
}
