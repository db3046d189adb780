package io.cultivar.metricsapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.ProgramResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramStateTest {

    @ParameterizedTest
    @CsvSource({
        "0.56, 2.24, false, Returns more than it costs:",
        "-0.5, -0.1, false, Returns less than it costs:",
        "-0.2, 3.00, true, Not proven yet:",
        "0.00, 2.80, true, Not proven yet:",
        "-0.9, 0.00, true, Not proven yet:"
    })
    void shouldLetTheIntervalDecide(double lower, double upper, boolean unproven, String words) {
        ProgramResult program = returning((lower + upper) / 2, lower, upper);

        assertThat(ProgramState.of(program)).startsWith(words);
        assertThat(ProgramState.isUnproven(program)).isEqualTo(unproven);
    }

    @Test
    void shouldNotCallUnprovenWhatHasNoReturnToJudge() {
        assertThat(List.of(SamplePrograms.withheld(), SamplePrograms.undefined()))
                .noneMatch(ProgramState::isUnproven);
    }

    @Test
    void shouldShowInGreyOnThePageWhatIsNotProvenYet() {
        // given one program whose interval contains zero, beside one that nobody can judge
        ProgramResult unproven = returning(1.4, -0.2, 3);

        String page = Page.render(Optional.of(SamplePrograms.snapshot(List.of(unproven, SamplePrograms.undefined()))));

        // then its row, and only its row, is grey
        assertThat(page)
                .containsPattern("<tr class=\"unproven\"><td>Negotiation .*<td>Not proven yet: the interval")
                .containsOnlyOnce("unproven");
        assertThat(Page.STYLE).contains("tr.unproven { color: #595959; }");
    }

    @Test
    void shouldShowAWinnerWithoutGrey() {
        assertThat(Page.render(Optional.of(SamplePrograms.snapshot()))).doesNotContain("unproven");
    }

    private static ProgramResult returning(double roi, double lower, double upper) {
        return SamplePrograms.returning(SampleReturns.returns(
                SampleFigures.fixedBounded(roi, lower, upper), Grade.B, Decision.NOT_PROVEN_YET));
    }
}
