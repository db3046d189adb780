package io.cultivar.metricsapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.contract.result.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeadlineTest {

    @Test
    void shouldSayWhatTrainingReturnedInEachCurrency() {
        assertThat(Headline.of(SamplePrograms.snapshot()))
                .containsExactly(
                        "The programs that are measured returned EUR 57,600 (95 % interval EUR 39,600 to EUR 75,600) "
                                + "for a cost of EUR 24,001: an ROI of 140 % (95 % interval 65 % to 215 %). "
                                + "80 % of the spend of EUR 30,001 is measured. "
                                + "Of 3 programs, 1 is measured and 1 proven. "
                                + "Programs share people, so that a gain may be counted twice.",
                        "The programs that are measured returned USD 57,600 (95 % interval USD 39,600 to USD 75,600) "
                                + "for a cost of USD 24,001: an ROI of 140 % (95 % interval 65 % to 215 %). "
                                + "80 % of the spend of USD 30,001 is measured. "
                                + "Of 3 programs, 1 is measured and 1 proven. "
                                + "Programs share people, so that a gain may be counted twice.",
                        "3 programs, as of 2026-06-30, data through 2026-06-29.");
    }

    @Test
    void shouldSayThatNothingIsKnownYet() {
        assertThat(Headline.of(of(nothing(BigDecimal.ZERO, null))))
                .containsExactly(
                        "What training returned in EUR is not known yet. Nothing was spent in EUR. "
                                + "Of 1 program, 0 are measured and 0 proven. "
                                + "No outcome of the program has a value in money.",
                        "0 programs, as of 2026-06-30, data through 2026-06-29.");
        assertThat(Headline.of(of(nothing(BigDecimal.TEN, 0.0))))
                .first()
                .asString()
                .contains(" 0 % of the spend of EUR 10 is measured. ");
    }

    @Test
    void shouldSayNothingAcrossProgramsWhereNothingIsPublishedAboutThem() {
        assertThat(Headline.of(SamplePrograms.snapshot(List.of(SamplePrograms.winner()), null, null)))
                .containsExactly("1 program, as of 2026-06-30, data through 2026-06-29.");
    }

    private static PortfolioTotal nothing(BigDecimal cost, @Nullable Double share) {
        return new PortfolioTotal(
                "EUR",
                1,
                0,
                0,
                cost,
                BigDecimal.ZERO,
                share,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                Evidence.DESCRIPTIVE,
                List.of(),
                List.of(Reason.NO_MONETARY_OUTCOME));
    }

    private static Snapshot of(PortfolioTotal total) {
        return SamplePrograms.snapshot(
                List.of(),
                null,
                new PortfolioResult(SamplePrograms.AS_OF, List.of(total), List.of(), List.of(), List.of(), Map.of()));
    }
}
