package io.cultivar.evaluation.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.CompanyResult.SharedLevels;
import io.cultivar.contract.result.CompanyResult.SharedPeople;
import io.cultivar.contract.result.ProviderKpi;
import io.cultivar.contract.result.SkillGap;
import io.cultivar.contract.result.SourcingFactor;
import io.cultivar.contract.result.Withheld;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be seen of the company when the smallest group is five. */
class CompanyDisclosureTest {

    private static final Instant AS_OF = Instant.parse("2026-06-30T23:59:59.999999999Z");
    private static final BigDecimal THREE = new BigDecimal(3);
    private static final Disclosure FIVE = new Disclosure(5);

    private static SkillGap gap(long employees, long assessed, long below) {
        return new SkillGap("excel", "east", THREE, employees, assessed, 2.5, 0.75, below, null);
    }

    private static CompanyResult company(List<SkillGap> gaps, List<SharedPeople> shared) {
        return company(gaps, shared, List.of());
    }

    private static CompanyResult company(
            List<SkillGap> gaps, List<SharedPeople> shared, List<SharedLevels> sharedLevels) {
        return new CompanyResult(
                AS_OF,
                List.of(),
                gaps,
                List.of(new ProviderKpi("acme", "on-time", AS_OF, THREE, THREE, Better.HIGHER, 1, 0)),
                List.of(new SourcingFactor("languages", Sourcing.EXTERNAL, "speed", THREE, "board", "seen")),
                shared,
                sharedLevels,
                1,
                2,
                3);
    }

    @ParameterizedTest
    @CsvSource({
        "30, 30, 10, ",
        "30, 30, 0, ",
        "30, 30, 30, ",
        "30, 0, 0, ",
        "4, 4, 0, SMALL_GROUP",
        "30, 4, 0, SMALL_GROUP",
        "30, 30, 1, SMALL_GROUP",
        "30, 30, 4, SMALL_GROUP",
        "30, 30, 26, COMPLEMENTARY",
        "30, 30, 25, "
    })
    void shouldWithholdAGapThatAFewPeopleMakeOrDoNotMake(long employees, long assessed, long below, Withheld withheld) {
        SkillGap found = FIVE.publish(company(List.of(gap(employees, assessed, below)), List.of()))
                .skillGaps()
                .get(0);
        assertThat(found)
                .isEqualTo(
                        withheld == null
                                ? gap(employees, assessed, below)
                                : new SkillGap("excel", "east", THREE, null, null, null, null, null, withheld));
    }

    @Test
    void shouldNotTellThatAFewHaveNoLevel() {
        SkillGap found = FIVE.publish(company(List.of(gap(30, 26, 10)), List.of()))
                .skillGaps()
                .get(0);
        assertThat(found.assessed()).isNull();
        assertThat(found.employees()).isEqualTo(30);
        assertThat(found.meanGap()).isEqualTo(0.75);
        assertThat(found.withheld()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "20, 10, 10, , ",
        "20, 10, 0, , ",
        "20, 10, 6, COMPLEMENTARY, ",
        "20, 15, 15, , ",
        "20, 16, 16, , COMPLEMENTARY",
        "20, 20, 20, , ",
        "20, 20, 19, COMPLEMENTARY, COMPLEMENTARY"
    })
    void shouldWithholdAGroupOfWhichAllButAFewAreInAnotherOne(
            long east, long clerks, long both, Withheld clerksWithheld, Withheld eastWithheld) {
        // given
        SkillGap clerk = new SkillGap("excel", "clerk", THREE, clerks, clerks, 2.0, 1.0, 5L, null);
        var shared = new SharedLevels("excel", "clerk", "east", both);

        // when
        CompanyResult published =
                FIVE.publish(company(List.of(clerk, gap(east, east, 10)), List.of(), List.of(shared)));

        // then
        assertThat(published.skillGaps()).extracting(SkillGap::withheld).containsExactly(clerksWithheld, eastWithheld);
        assertThat(published.sharedLevels()).isEmpty();
    }

    @Test
    void shouldWithholdAFewSharedPeople() {
        // given
        List<SharedPeople> shared = List.of(new SharedPeople("a", "b", 4L, null), new SharedPeople("a", "c", 5L, null));

        // then
        assertThat(FIVE.publish(company(List.of(), shared)).sharedPeople())
                .containsExactly(
                        new SharedPeople("a", "b", null, Withheld.SMALL_GROUP), new SharedPeople("a", "c", 5L, null));
    }

    @Test
    void shouldOnlyMark_whenNotPublishing() {
        // given
        CompanyResult exact = company(List.of(gap(4, 3, 2)), List.of(new SharedPeople("a", "b", 4L, null)));

        // when
        CompanyResult marked = FIVE.mark(exact);

        // then
        assertThat(marked.skillGaps())
                .containsExactly(new SkillGap("excel", "east", THREE, 4L, 3L, 2.5, 0.75, 2L, Withheld.SMALL_GROUP));
        assertThat(marked.sharedPeople()).containsExactly(new SharedPeople("a", "b", 4L, Withheld.SMALL_GROUP));
    }

    @Test
    void shouldChangeNothing_whenEverybodyIsInLargeGroups() {
        CompanyResult exact = company(List.of(gap(30, 20, 10)), List.of(new SharedPeople("a", "b", 9L, null)));
        assertThat(FIVE.publish(exact)).isEqualTo(exact);
    }
}
