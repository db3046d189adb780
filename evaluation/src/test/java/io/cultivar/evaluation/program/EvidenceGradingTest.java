package io.cultivar.evaluation.program;

import static io.cultivar.contract.result.Reason.BASELINE_ADJUST;
import static io.cultivar.contract.result.Reason.BASELINE_IMBALANCE;
import static io.cultivar.contract.result.Reason.BEFORE_AFTER_ONLY;
import static io.cultivar.contract.result.Reason.FEW_UNITS;
import static io.cultivar.contract.result.Reason.HIGH_ATTRITION;
import static io.cultivar.contract.result.Reason.ISOLATION_ESTIMATE;
import static io.cultivar.contract.result.Reason.LOW_BASELINE;
import static io.cultivar.contract.result.Reason.MIXED_DESIGN;
import static io.cultivar.contract.result.Reason.NOT_RANDOMIZED;
import static io.cultivar.contract.result.Reason.NO_COMPARISON;
import static io.cultivar.contract.result.Reason.NO_PRE_TREND_TEST;
import static io.cultivar.contract.result.Reason.NO_VARIANCE;
import static io.cultivar.contract.result.Reason.PRE_TREND;
import static io.cultivar.contract.result.Reason.SAMPLE_RATIO_MISMATCH;
import static io.cultivar.contract.result.Reason.SELF_SELECTED;
import static io.cultivar.contract.result.Reason.TOO_FEW_UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.Isolation;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.result.ArmChange;
import io.cultivar.contract.result.Attrition;
import io.cultivar.contract.result.Balance;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test spoils one thing of a comparison that is perfect otherwise: 40 people in each arm, nobody lost. */
class EvidenceGradingTest {

    private Design[] designs = {Design.RANDOMIZED};
    private long treated = 40;
    private @Nullable Long controls = 40L;
    private long lost;
    private @Nullable Double imbalance = 0.01;
    private @Nullable Double placeboP = 0.5;
    private long placeboPeople = 40;
    private boolean low = true;
    private boolean estimable = true;
    private boolean higherIsBetter = true;
    private @Nullable String allocation;
    private boolean isolated;

    private static Estimate estimate(double p) {
        return new Estimate(1, 1, 10, 1, p, -1, 3, 0.95, null);
    }

    private ArmChange arm(long people, double before) {
        return new ArmChange(
                people + lost, people, 0L, lost, before, before, 0.0, people > 1 && estimable ? estimate(0.5) : null);
    }

    private Comparison comparison() {
        return new Comparison(
                arm(treated, 8),
                controls == null ? null : arm(controls, 9),
                controls != null && estimable ? estimate(0.5) : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                imbalance == null ? null : new Balance(imbalance, 1.0, 0.5),
                placeboP == null ? null : estimate(placeboP),
                new Attrition(0, 0, low),
                0L,
                placeboP == null ? null : placeboPeople);
    }

    private Evidence evidence() {
        var isolation = isolated ? new Isolation(new BigDecimal("0.5"), new BigDecimal("0.8")) : null;
        var outcome = new ProgramOutcome("m", null, null, null, true, isolation);
        ProgramDefined program = Objects.requireNonNull(
                Known.of(outcome).planned(allocation, null).program());
        return EvidenceGrading.of(program, "m", List.of(designs), higherIsBetter, comparison());
    }

    private void assertGraded(Grade grade, Reason... reasons) {
        assertThat(evidence()).isEqualTo(new Evidence(grade, List.of(reasons)));
    }

    @Test
    void shouldGiveAnA_forALotWithNothingToSay() {
        assertGraded(Grade.A);
        placeboP = null;
        assertGraded(Grade.A);
    }

    @Test
    void shouldGiveAB_withoutALot() {
        for (Design design : List.of(Design.MATCHED, Design.WAITLIST)) {
            designs = new Design[] {design};
            assertGraded(Grade.B, NOT_RANDOMIZED);
        }
        designs = new Design[] {Design.RANDOMIZED, Design.MATCHED};
        assertGraded(Grade.B, MIXED_DESIGN, NOT_RANDOMIZED);
    }

    @Test
    void shouldCapSelfSelectionAtC() {
        designs = new Design[] {Design.SELF_SELECTED};
        assertGraded(Grade.C, SELF_SELECTED, NOT_RANDOMIZED);
    }

    @Test
    void shouldMissThePreTrendTest_onlyWithoutALot() {
        designs = new Design[] {Design.MATCHED};
        placeboP = null;
        assertGraded(Grade.C, NOT_RANDOMIZED, NO_PRE_TREND_TEST);
    }

    @ParameterizedTest
    @CsvSource({"9, C", "10, B"})
    void shouldNotTakeATestOfFewPeopleForOne(long people, Grade grade) {
        designs = new Design[] {Design.MATCHED};
        placeboPeople = people;
        assertThat(evidence().grade()).isEqualTo(grade);
        assertThat(evidence().reasons().contains(NO_PRE_TREND_TEST)).isEqualTo(grade == Grade.C);
    }

    @ParameterizedTest
    @CsvSource({"0.0499, C", "0.05, A"})
    void shouldFlagAPreTrend_evenOfALot(double p, Grade grade) {
        placeboP = p;
        assertGraded(grade, grade == Grade.A ? new Reason[0] : new Reason[] {PRE_TREND});
    }

    @Test
    void shouldFlagAPreTrendOfFewPeople() {
        designs = new Design[] {Design.MATCHED};
        placeboP = 0.01;
        placeboPeople = 3;
        assertGraded(Grade.C, NOT_RANDOMIZED, PRE_TREND);
    }

    @Test
    void shouldLookAtTheBaseline() {
        imbalance = 0.05;
        assertGraded(Grade.A);
        imbalance = -0.06;
        assertGraded(Grade.A, BASELINE_ADJUST);
        imbalance = 0.25;
        assertGraded(Grade.A, BASELINE_ADJUST);
        imbalance = 0.26;
        assertGraded(Grade.C, BASELINE_IMBALANCE);
    }

    @Test
    void shouldCallABaselineLow_whereTheTreatedStartedWorse() {
        imbalance = -0.26;
        assertGraded(Grade.C, BASELINE_IMBALANCE, LOW_BASELINE);
        higherIsBetter = false;
        assertGraded(Grade.C, BASELINE_IMBALANCE);
        imbalance = 0.26;
        assertGraded(Grade.C, BASELINE_IMBALANCE, LOW_BASELINE);
    }

    @Test
    void shouldFailTheBaseline_whereArmsDifferAndNobodyWithinThem() {
        // everybody of the treated starts at 8, every control at 9
        imbalance = null;
        assertGraded(Grade.C, BASELINE_IMBALANCE);
    }

    @Test
    void shouldCapHighAttritionAtC() {
        low = false;
        assertGraded(Grade.C, HIGH_ATTRITION);
    }

    @Test
    void shouldCheckTheDeclaredAllocation_ofALot() {
        // R: chisq.test(c(40, 40), p = c(.67, .33))$p.value is 0.00122; with c(.68, .32) it is 0.00056
        allocation = "0.67";
        assertGraded(Grade.A);
        allocation = "0.68";
        assertGraded(Grade.C, SAMPLE_RATIO_MISMATCH);
        // everybody assigned counts, lost or not; R: the same of c(80, 80): .0098 with .6, .00066 with .63
        lost = 40;
        allocation = "0.6";
        assertGraded(Grade.A);
        allocation = "0.63";
        assertGraded(Grade.C, SAMPLE_RATIO_MISMATCH);
        designs = new Design[] {Design.MATCHED};
        assertGraded(Grade.B, NOT_RANDOMIZED);
    }

    @ParameterizedTest
    @CsvSource({
        "30, A, ",
        "29, C, FEW_UNITS",
        "10, C, FEW_UNITS",
        "9, E, FEW_UNITS",
        "2, E, FEW_UNITS",
        "1, E, TOO_FEW_UNITS"
    })
    void shouldLookAtTheSmallerArm(long people, Grade grade, @Nullable Reason reason) {
        Reason[] reasons = reason == null ? new Reason[0] : new Reason[] {reason};
        controls = people;
        assertGraded(grade, reasons);
        treated = people;
        controls = 50L;
        assertGraded(grade, reasons);
    }

    @Test
    void shouldGiveAnE_whereNothingVaries() {
        estimable = false;
        assertGraded(Grade.E, NO_VARIANCE);
    }

    @Test
    void shouldGiveAD_forBeforeAndAfter_onlyWithAnIsolationEstimate() {
        controls = null;
        designs = new Design[] {Design.SELF_SELECTED};
        isolated = true;
        assertGraded(Grade.D, SELF_SELECTED, BEFORE_AFTER_ONLY, ISOLATION_ESTIMATE);
        isolated = false;
        assertGraded(Grade.E, SELF_SELECTED, NO_COMPARISON, BEFORE_AFTER_ONLY);
    }

    @Test
    void shouldGiveAnE_forBeforeAndAfterOfFewOrNobody() {
        controls = null;
        isolated = true;
        treated = 10;
        assertGraded(Grade.D, BEFORE_AFTER_ONLY, FEW_UNITS, ISOLATION_ESTIMATE);
        treated = 9;
        assertGraded(Grade.E, BEFORE_AFTER_ONLY, FEW_UNITS, ISOLATION_ESTIMATE);
        treated = 0;
        assertGraded(Grade.E, TOO_FEW_UNITS, NO_COMPARISON, ISOLATION_ESTIMATE);
        treated = 40;
        estimable = false;
        assertGraded(Grade.E, NO_VARIANCE, BEFORE_AFTER_ONLY, ISOLATION_ESTIMATE);
    }
}
