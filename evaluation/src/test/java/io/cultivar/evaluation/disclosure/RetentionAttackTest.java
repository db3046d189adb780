package io.cultivar.evaluation.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.SurvivalCurve;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RetentionAttackTest {

    private static final int CASES = 60;

    /** In a program's curves leaving that is not voluntary is all the same. */
    private static final List<LeavingKind> KINDS = List.of(LeavingKind.VOLUNTARY, LeavingKind.OTHER);

    @Test
    void shouldNotFindASmallGroup() {
        long ratesTold = 0;
        int pointsTold = 0;
        int kindsTold = 0;
        for (int seed = 0; seed < CASES; seed++) {
            var attack = new RetentionAttack(new SplittableRandom(seed), KINDS);
            ProgramResult published = new Disclosure(5).publish(attack.evaluated());
            attack.read(published.retention(), published.survival());
            attack.combine(seed);
            ratesTold += published.retention().stream()
                    .filter(rate -> rate.rate() != null)
                    .count();
            pointsTold += published.survival().get(0).points().size();
            kindsTold += published.survival().get(1).points().size();
        }
        // then: not because nothing was said
        assertThat(ratesTold).isGreaterThan(CASES / 2);
        assertThat(pointsTold).isGreaterThan(3 * CASES);
        assertThat(kindsTold).isGreaterThan(CASES);
    }

    @Test
    void shouldNotFindASmallGroupInTheCompany() {
        int pointsTold = 0;
        int kindsTold = 0;
        for (int seed = 0; seed < CASES; seed++) {
            var attack = new RetentionAttack(new SplittableRandom(seed), List.of(LeavingKind.values()));
            List<SurvivalCurve> published = attack.companyCurves();
            attack.read(List.of(), published);
            attack.combine(seed);
            pointsTold += published.get(0).points().size();
            kindsTold +=
                    published.get(1).points().size() + published.get(2).points().size();
        }
        // then: not because nothing was said
        assertThat(pointsTold).isGreaterThan(3 * CASES);
        assertThat(kindsTold).isGreaterThan(CASES);
    }
}
