package io.cultivar.metricsapi.explained;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.metricsapi.published.SampleFigures;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleReturns;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramStateTest {

    @ParameterizedTest
    @CsvSource({
        "0.56, 2.24, EXPAND, false, Returns more than it costs: the whole interval is above zero.",
        "-0.5, -0.1, STOP_OR_FIX, false, Returns less than it costs: the whole interval is below zero.",
        "-0.2, 3.00, NOT_PROVEN_YET, true, 'Not proven yet: the interval contains zero, so'",
        "0.00, 2.80, NOT_PROVEN_YET, true, 'Not proven yet: the interval contains zero, so'",
        "-0.9, 0.00, NOT_PROVEN_YET, true, 'Not proven yet: the interval contains zero, so'",
        "0.56, 2.24, NOT_PROVEN_YET, true, 'Not proven yet: the whole interval is above zero, but it holds for one look'",
        "-0.5, -0.1, NOT_PROVEN_YET, true, 'Not proven yet: the whole interval is below zero, but it holds for one look'"
    })
    void shouldLetTheDecisionSpeak(double lower, double upper, Decision decision, boolean unproven, String words) {
        ProgramResult program = returning((lower + upper) / 2, lower, upper, decision);

        assertThat(ProgramState.of(program)).startsWith(words);
        assertThat(ProgramState.isUnproven(program)).isEqualTo(unproven);
    }

    @Test
    void shouldBlameTheEvidence_whereTheIntervalHoldsHoweverOftenOneLooks() {
        ProgramResult program = SamplePrograms.returning(SampleReturns.returns(
                new Bounded(1.4, 0.9, 1.9, new Interval(0.5, 2.3)), Grade.C, Decision.NOT_PROVEN_YET));

        assertThat(ProgramState.of(program))
                .startsWith(
                        "Not proven yet: the whole interval is above zero, but the evidence is too weak to act on.");
    }

    @Test
    void shouldCallUnprovenWhatHasNoInterval() {
        ProgramResult program = SamplePrograms.returning(
                SampleReturns.returns(new Bounded(1.4, null, null, null), Grade.C, Decision.NOT_PROVEN_YET));

        assertThat(ProgramState.of(program)).startsWith("Not proven yet: there is no interval.");
        assertThat(ProgramState.isUnproven(program)).isTrue();
    }

    @Test
    void shouldNotCallUnprovenWhatHasNoReturnToJudge() {
        assertThat(List.of(SamplePrograms.withheld(), SamplePrograms.undefined()))
                .noneMatch(ProgramState::isUnproven);
    }

    private static ProgramResult returning(double roi, double lower, double upper, Decision decision) {
        return SamplePrograms.returning(
                SampleReturns.returns(SampleFigures.fixedBounded(roi, lower, upper), Grade.B, decision));
    }
}
