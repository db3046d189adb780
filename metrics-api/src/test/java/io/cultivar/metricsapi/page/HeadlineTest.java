package io.cultivar.metricsapi.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Reason;
import io.cultivar.metricsapi.published.SampleCompany;
import io.cultivar.metricsapi.published.SampleFigures;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.Snapshot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {

    private static final String UNPROVEN =
            "It is not proven yet whether training returns more or less than it costs where it is measured";

    @Test
    void shouldSayWhatTrainingReturnedInOneSentenceForEachCurrency() {
        assertThat(Headline.of(SamplePrograms.snapshot()))
                .containsExactly(
                        "Where it is measured, training returned more than it cost: EUR 57,600 "
                                + "(95 % interval EUR 39,600 to EUR 75,600) for EUR 24,001, an ROI of 140 % "
                                + "(95 % interval 65 % to 215 %); 80 % of the spend of EUR 30,001 is measured, "
                                + "1 of 3 programs is proven, data through 2026-06-29.",
                        "Where it is measured, training returned more than it cost: USD 57,600 "
                                + "(95 % interval USD 39,600 to USD 75,600) for USD 24,001, an ROI of 140 % "
                                + "(95 % interval 65 % to 215 %); 80 % of the spend of USD 30,001 is measured, "
                                + "1 of 3 programs is proven, data through 2026-06-29.");
        assertThat(Headline.dates(SamplePrograms.snapshot()))
                .isEqualTo("3 programs, as of 2026-06-30, data through 2026-06-29.");
        assertThat(Headline.caveats(SamplePrograms.snapshot()))
                .containsExactly(
                        "To be read with this, in EUR: Programs share people, so that a gain may be counted twice.",
                        "To be read with this, in USD: Programs share people, so that a gain may be counted twice.");
    }

    @ParameterizedTest
    @CsvSource({
        "0.2, -0.7, 1.1, the interval contains zero",
        "0.5, 0.1, 0.9, 'the whole interval is above zero, but it holds for one look on a declared day, and this is looked at all the time'",
        "-0.5, -0.9, -0.1, 'the whole interval is below zero, but it holds for one look on a declared day, and this is looked at all the time'"
    })
    void shouldTakeNothingForProvenFromOneLook(double roi, double lower, double upper, String why) {
        assertThat(Headline.of(of(returning(SampleFigures.fixedBounded(roi, lower, upper), Grade.A))))
                .singleElement()
                .asString()
                .startsWith(UNPROVEN + " (" + why + "): EUR 57,600 ")
                .contains(", for one look); ");
    }

    /** A gain needs grade A or B, a loss C or better, as of a program. */
    @ParameterizedTest
    @CsvSource({
        "1.4, B, 'Where it is measured, training returned more than it cost: '",
        "1.4, C, '" + UNPROVEN + " (the whole interval is above zero, but the evidence is too weak to act on): '",
        "-1.4, C, 'Where it is measured, training returned less than it cost: '",
        "-1.4, D, '" + UNPROVEN + " (the whole interval is below zero, but the evidence is too weak to act on): '",
        "0.1, A, '" + UNPROVEN + " (the interval contains zero): '",
    })
    void shouldSayNoMoreThanTheIntervalAndTheEvidenceDo(double roi, Grade grade, String start) {
        assertThat(Headline.of(of(returning(SampleFigures.bounded(roi, 0.5), grade))))
                .singleElement()
                .asString()
                .startsWith(start);
    }

    @Test
    void shouldJudgeByTheNetBenefitWhereNothingWasSpent() {
        Evidence evidence = new Evidence(Grade.B, List.of());

        assertThat(Headline.of(of(SampleCompany.total(SampleFigures.bounded(900, 300), null, evidence))))
                .singleElement()
                .asString()
                .startsWith("Where it is measured, training returned more than it cost: EUR 57,600 ")
                .doesNotContain("ROI");
        assertThat(Headline.of(of(SampleCompany.total(SampleFigures.fixedBounded(900, 600, 1_200), null, evidence))))
                .singleElement()
                .asString()
                .startsWith(UNPROVEN + " (the whole interval is above zero, but it holds for one look ");
    }

    @Test
    void shouldSayThatThereIsNoInterval() {
        assertThat(Headline.of(of(returning(new Bounded(3, null, null, null), Grade.A))))
                .singleElement()
                .asString()
                .startsWith(UNPROVEN + " (there is no interval): ")
                .contains("an ROI of 300 % (no interval); ");
    }

    @Test
    void shouldSayThatNothingIsKnownYet() {
        assertThat(Headline.of(of(nothing(BigDecimal.ZERO, null))))
                .containsExactly("What training returned in EUR is not known yet; nothing was spent in EUR, "
                        + "0 of 1 program are proven, data through 2026-06-29.");
        assertThat(Headline.caveats(of(nothing(BigDecimal.ZERO, null))))
                .containsExactly("To be read with this: No outcome of the program has a value in money.");
        assertThat(Headline.of(of(nothing(BigDecimal.TEN, 0.0))))
                .first()
                .asString()
                .contains("; 0 % of the spend of EUR 10 is measured, ");
    }

    @Test
    void shouldSayNothingAcrossProgramsWhereNothingIsPublishedAboutThem() {
        Snapshot alone = SamplePrograms.snapshot(List.of(SamplePrograms.winner()), null, null);

        assertThat(Headline.of(alone)).isEmpty();
        assertThat(Headline.dates(alone)).isEqualTo("1 program, as of 2026-06-30, data through 2026-06-29.");
    }

    @Test
    void shouldSayThatThereIsNoDateYet_orThatOneIsBeingApplied() {
        Snapshot applying = of(List.of(SamplePrograms.winner()), SamplePrograms.pipeline(null));

        assertThat(Headline.dates(applying))
                .isEqualTo("1 program, as of a date that is still being applied, data through 2026-06-29.");
        assertThat(Headline.dates(of(List.of(), null))).isEqualTo("0 programs, as of no date yet.");
    }

    private static Snapshot of(List<ProgramResult> programs, @Nullable PipelineResult pipeline) {
        return new Snapshot(programs, null, null, pipeline, null, SamplePrograms.PUBLISHED, "0123456789abcdef");
    }

    private static PortfolioTotal returning(Bounded roi, Grade grade) {
        return SampleCompany.total(roi, roi, new Evidence(grade, List.of()));
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
