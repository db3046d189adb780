package io.cultivar.evaluation.sums;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonPanelTest {

    private static final Cell CELL = new Cell.Panel("p", "calls", Cohort.TREATMENT, 673, 670, 3);
    private static final Sums ANN =
            PersonPanel.of(List.of(new BigDecimal("2"), new BigDecimal("-3.5"), new BigDecimal("7")), true);
    private static final Sums BOB =
            PersonPanel.of(List.of(new BigDecimal("0"), new BigDecimal("1e15"), new BigDecimal("0.1")), false);

    private static Contribution contribution(Sums sums) {
        return new Contribution.Builder().add(CELL, sums).build();
    }

    private static String json(Contribution contribution) {
        return new String(Json.write(contribution), StandardCharsets.UTF_8);
    }

    private static Contribution read(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), Contribution.class);
    }

    @Test
    void shouldKeepTheValuesOfAPersonOnly_andFindTheProductsAgain() {
        assertThat(ANN.places()).hasSize(11);
        assertThat(json(contribution(ANN))).contains("7").doesNotContain("-24.5");
        assertThat(read(json(contribution(ANN)))).isEqualTo(contribution(ANN));
        assertThat(read(json(contribution(BOB)))).isEqualTo(contribution(BOB));
    }

    @Test
    void shouldKeepAll_whereItIsNotOfOnePerson() {
        for (Sums sums : List.of(ANN.plus(BOB), ANN.negated(), ANN.plus(BOB).minus(ANN.plus(ANN)))) {
            assertThat(read(json(contribution(sums)))).isEqualTo(contribution(sums));
        }
        assertThat(json(contribution(ANN.plus(BOB)))).contains("49.01");
    }
}
