package io.cultivar.evaluation.program;

import static io.cultivar.contract.event.Design.MATCHED;
import static io.cultivar.contract.event.Design.RANDOMIZED;
import static io.cultivar.contract.event.Design.SELF_SELECTED;
import static io.cultivar.contract.event.Design.WAITLIST;
import static io.cultivar.contract.result.Reason.FEW_UNITS;
import static io.cultivar.contract.result.Reason.MIXED_DESIGN;
import static io.cultivar.contract.result.Reason.NOT_RANDOMIZED;
import static io.cultivar.contract.result.Reason.NO_EMPLOYMENT_DATA;
import static io.cultivar.contract.result.Reason.TOO_FEW_UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionGradeTest {

    private static void assertGrade(long treated, long controls, List<Design> designs, Grade grade, Reason... reasons) {
        Evidence found = RetentionGrade.of(designs, treated, controls);
        assertThat(found.grade()).isEqualTo(grade);
        assertThat(found.reasons()).containsExactlyInAnyOrder(reasons).isSorted();
    }

    @Test
    void shouldGradeByDesignAndSize() {
        assertGrade(30, 30, List.of(RANDOMIZED), Grade.A);
        assertGrade(30, 30, List.of(MATCHED), Grade.B, NOT_RANDOMIZED);
        assertGrade(30, 30, List.of(RANDOMIZED, WAITLIST), Grade.B, NOT_RANDOMIZED, MIXED_DESIGN);
        assertGrade(30, 30, List.of(SELF_SELECTED), Grade.C, Reason.SELF_SELECTED);
        assertGrade(29, 30, List.of(RANDOMIZED), Grade.C, FEW_UNITS);
        assertGrade(30, 10, List.of(MATCHED), Grade.C, NOT_RANDOMIZED, FEW_UNITS);
        assertGrade(30, 9, List.of(RANDOMIZED), Grade.E, FEW_UNITS);
        assertGrade(9, 30, List.of(SELF_SELECTED), Grade.E, Reason.SELF_SELECTED, FEW_UNITS);
        assertGrade(1, 30, List.of(RANDOMIZED), Grade.E, TOO_FEW_UNITS);
        assertGrade(0, 30, List.of(RANDOMIZED), Grade.E, NO_EMPLOYMENT_DATA);
    }
}
