package io.cultivar.metricsapi.published;

import static io.cultivar.metricsapi.published.SampleFigures.largeSample;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.AggregateEffect;
import io.cultivar.contract.result.ComparisonGroup;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.FTest;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.GroupTimeEffect;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.StaggeredEffect;
import io.cultivar.contract.result.Withheld;
import java.time.LocalDate;
import java.util.List;

/** A sample program's staggered roll-out. */
final class SampleRollout {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private SampleRollout() {}

    static StaggeredEffect staggered() {
        return new StaggeredEffect(
                "sales",
                Design.WAITLIST,
                ComparisonGroup.NOT_YET_TREATED,
                JANUARY,
                APRIL,
                80L,
                9L,
                30L,
                50L,
                List.of(
                        new GroupTimeEffect(MARCH, MARCH, 25L, 60L, 22L, 50L, largeSample(3, 0.5), null),
                        new GroupTimeEffect(APRIL, APRIL, null, null, null, null, null, Withheld.SMALL_GROUP)),
                largeSample(3.5, 0.75),
                2.1,
                List.of(new AggregateEffect(null, null, 0, 30L, 22L, 50L, largeSample(3.25, 0.5), null)),
                List.of(new AggregateEffect(MARCH, null, null, 30L, 22L, 50L, largeSample(3.75, 0.5), null)),
                List.of(new AggregateEffect(null, APRIL, null, null, null, null, null, Withheld.COMPLEMENTARY)),
                new FTest(0.75, 2, 40.5, 0.4789),
                new Evidence(Grade.C, List.of(Reason.FEW_UNITS)),
                List.of(),
                null);
    }

    static StaggeredEffect withheld() {
        return new StaggeredEffect(
                "sales",
                null,
                ComparisonGroup.NEVER_TREATED,
                JANUARY,
                APRIL,
                null,
                null,
                null,
                null,
                List.of(new GroupTimeEffect(MARCH, MARCH, null, null, null, null, null, Withheld.COMPLEMENTARY)),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                SampleFigures.weakest(),
                List.of(),
                Withheld.SMALL_GROUP);
    }
}
