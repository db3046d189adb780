package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Watched.CONTROLS;
import static io.cultivar.evaluation.statistics.Watched.TREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.ChiSquareTest;
import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, survival 3.5-3, {@code survdiff}; the data are those of {@link KaplanMeierTest}. */
class LogRankTest {

    @Test
    void shouldTestWhetherBothLeftAlike() {
        // when
        LogRank found = LogRank.of(TREATED, CONTROLS);

        // then R: lr <- survdiff(Surv(time, event) ~ arm, A); lr$obs - lr$exp; lr$var; lr$chisq; pchisq(lr$chisq, 1,
        // lower = F)
        assertThat(found.observedMinusExpected()).isCloseTo(-2.731225080794047, within(1e-12));
        assertThat(found.variance()).isCloseTo(4.451411693317025, within(1e-12));
        ChiSquareTest test = found.test().orElseThrow();
        assertThat(test.statistic()).isCloseTo(1.675780843447406, within(1e-12));
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(test.p()).isCloseTo(0.195486023801901, within(1e-12));
        // R: oe <- -2.731225080794047; v <- 4.451411693317025; exp(oe / v); exp(oe / v + c(-1, 1) * qnorm(.975) /
        // sqrt(v))
        Bounded ratio = found.hazardRatio().orElseThrow();
        assertThat(ratio.value()).isCloseTo(0.5414179207756233, within(1e-12));
        assertThat(ratio.lower()).isCloseTo(0.2138397239192547, within(1e-12));
        assertThat(ratio.upper()).isCloseTo(1.3708087513603666, within(1e-12));
    }

    @Test
    void shouldAgreeWithTheLeukemiaData() {
        // when R: survdiff(Surv(time, status) ~ x, aml)
        LogRank found = LogRank.of(
                Watched.of("9 13 13+ 18 23 28+ 31 34 45+ 48 161+"), Watched.of("5 5 8 8 12 16+ 23 27 30 33 43 45"));

        // then
        assertThat(found.test().orElseThrow().statistic()).isCloseTo(3.396388698977601, within(1e-12));
        assertThat(found.observedMinusExpected()).isCloseTo(-3.689335992300725, within(1e-12));
        assertThat(found.variance()).isCloseTo(4.007550745938735, within(1e-12));
    }

    @Test
    void shouldTurnAround_whenTheGroupsChangePlaces() {
        LogRank found = LogRank.of(CONTROLS, TREATED);
        assertThat(found.observedMinusExpected()).isCloseTo(2.731225080794047, within(1e-12));
        assertThat(found.variance()).isCloseTo(4.451411693317025, within(1e-12));
    }

    @Test
    void shouldFindNoDifferenceBetweenAlikes() {
        LogRank found = LogRank.of(TREATED, TREATED);
        assertThat(found.observedMinusExpected()).isZero();
        assertThat(found.test().orElseThrow().p()).isEqualTo(1);
        assertThat(found.hazardRatio().orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void shouldSayNothing_whenThereWasNeverAChoiceWhoLeaves() {
        // then: nobody left; one person; everybody left together; nobody there
        for (LogRank found : new LogRank[] {
            LogRank.of(Watched.of("5+ 7+"), Watched.of("9+")),
            LogRank.of(Watched.of("5"), Watched.of("4+")),
            LogRank.of(Watched.of("5 5"), Watched.of("5")),
            LogRank.of(new Lifetimes.Builder(0, null).build(), Watched.of("5 7"))
        }) {
            assertThat(found.variance()).isZero();
            assertThat(found.test()).isEmpty();
            assertThat(found.hazardRatio()).isEmpty();
        }
    }

    @Test
    void shouldHaveNoHazardRatio_whenItIsBeyondAllNumbers() {
        // given: the only leaver is the only one of their group, among very many
        LogRank found = LogRank.of(Watched.of("5"), Watched.of("9+", 100_000));

        // then
        assertThat(found.test()).isPresent();
        assertThat(found.hazardRatio()).isEmpty();
    }
}
