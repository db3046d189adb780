package io.cultivar.evaluation.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.result.AggregateEffect;
import io.cultivar.contract.result.ComparisonGroup;
import io.cultivar.contract.result.GroupTimeEffect;
import io.cultivar.contract.result.StaggeredEffect;
import io.cultivar.contract.result.Withheld;
import io.cultivar.evaluation.program.Rollout;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaggeredDisclosureTest {

    private static final Set<String> CELLS = Set.of("groupTimes", "dynamic", "group", "calendar", "elapsed");

    private static Rollout add(Rollout rollout, int people, @Nullable Integer start, boolean complete) {
        for (int person = 0; person < people; person++) {
            int noise = person * person % 7;
            String last = complete ? " " + (3 + person % 4) : " -";
            rollout.person(start, (1 + noise) + " " + person % 5 + " " + (2 + noise * person % 3) + last);
        }
        return rollout;
    }

    private static Rollout rollout(int march, int april, int never) {
        return add(add(add(new Rollout(), march, 3, true), april, 4, true), never, null, true);
    }

    private static List<StaggeredEffect> published(Rollout rollout) {
        return new Disclosure(5).publish(rollout.evaluate()).staggered();
    }

    private static StaggeredEffect notYet(Rollout rollout) {
        return published(rollout).get(0);
    }

    @Test
    void shouldShowEverything_whenEveryCohortIsLarge() {
        // given
        Rollout rollout = rollout(10, 10, 10);

        // then
        assertThat(published(rollout)).isEqualTo(rollout.effects()).hasSize(2);
    }

    @Test
    void shouldWithholdWhatASmallCohortIsIn() {
        // when
        StaggeredEffect effect = notYet(rollout(12, 9, 10));

        // then
        assertThat(effect.groupTimes())
                .filteredOn(cell -> cell.start().getMonthValue() == 4)
                .hasSize(3)
                .allSatisfy(cell -> {
                    assertThat(cell.withheld()).isEqualTo(Withheld.SMALL_GROUP);
                    assertThat(cell.treated()).isNull();
                    assertThat(cell.effect()).isNull();
                });
        assertThat(effect.groupTimes())
                .filteredOn(cell -> cell.start().getMonthValue() == 3)
                .hasSize(3)
                .allSatisfy(cell -> assertThat(cell.effect()).isNotNull());
        assertThat(effect.group()).extracting(AggregateEffect::withheld).containsExactly(null, Withheld.SMALL_GROUP);
        assertThat(effect.calendar()).extracting(AggregateEffect::withheld).containsExactly(null, Withheld.SMALL_GROUP);
        assertThat(effect.dynamic())
                .extracting(AggregateEffect::withheld)
                .containsExactly(Withheld.SMALL_GROUP, Withheld.SMALL_GROUP, Withheld.SMALL_GROUP, null);
    }

    @Test
    void shouldWithholdTheMean_whenTheLargeCohortsWouldTellTheSmallOne() {
        StaggeredEffect effect = notYet(rollout(12, 9, 10));
        assertThat(effect.withheld()).isEqualTo(Withheld.COMPLEMENTARY);
        assertThat(effect.simple()).isNull();
        assertThat(effect.complete()).isNull();
        assertThat(effect.preTrend()).isNull();
        assertThat(effect.evidence().reasons()).isEmpty();
    }

    @Test
    void shouldShowTheMean_whenTheSmallCohortsTogetherAreEnough() {
        StaggeredEffect effect = notYet(rollout(5, 5, 10));
        assertThat(effect.withheld()).isNull();
        assertThat(effect.simple()).isNotNull();
        assertThat(effect.treated()).isEqualTo(10);
        assertThat(effect.group())
                .hasSize(2)
                .allSatisfy(aggregate -> assertThat(aggregate.effect()).isNull());
    }

    @Test
    void shouldWithholdEverything_whenTheComparisonGroupIsSmall() {
        StaggeredEffect effect = published(rollout(20, 20, 9)).get(1);
        assertThat(effect.comparisonGroup()).isEqualTo(ComparisonGroup.NEVER_TREATED);
        assertThat(effect.withheld()).isEqualTo(Withheld.SMALL_GROUP);
        assertThat(effect.groupTimes())
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.effect()).isNull());
        assertThat(effect.calendar())
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.effect()).isNull());
    }

    @Test
    void shouldWithholdTheOtherComparison_whenBothWouldTellTheLaterCohort() {
        // given: not yet treated in February and March are the 20 and nine more
        StaggeredEffect never = published(rollout(20, 9, 20)).get(1);

        // then
        assertThat(never.groupTimes())
                .filteredOn(cell -> cell.start().getMonthValue() == 3)
                .extracting(GroupTimeEffect::withheld)
                .containsExactly(Withheld.COMPLEMENTARY, Withheld.COMPLEMENTARY, null);
        assertThat(never.withheld()).isEqualTo(Withheld.COMPLEMENTARY);
        assertThat(never.group())
                .allSatisfy(aggregate -> assertThat(aggregate.effect()).isNull());
    }

    @Test
    void shouldWithholdGroupTimes_whenTheyWouldTellTheFewLeftOut() {
        // given: three of the untreated have no value in April
        StaggeredEffect effect = notYet(add(rollout(20, 20, 20), 3, null, false));

        // then: in April those three are not there, and the same people stand behind both
        assertThat(effect.leftOut()).isNull();
        assertThat(effect.complete()).isEqualTo(60);
        assertThat(effect.groupTimes())
                .filteredOn(cell -> cell.start().getMonthValue() == 3)
                .extracting(GroupTimeEffect::withheld)
                .containsExactly(Withheld.COMPLEMENTARY, Withheld.COMPLEMENTARY, null);
    }

    @Test
    void shouldLeaveNoSmallCountAndNoNumberInAWithheldCell() throws Exception {
        for (int march : new int[] {1, 4, 9, 10, 15}) {
            for (int april : new int[] {2, 5, 9, 10, 12}) {
                for (int never : new int[] {0, 3, 9, 10}) {
                    for (int partial : new int[] {0, 3, 11}) {
                        Rollout rollout = add(rollout(march, april, never), partial, null, false);
                        JsonNode effects = Json.tree(Json.write(new Disclosure(5).publish(rollout.evaluate())))
                                .get("staggered");
                        assertThat(effects).isNotEmpty();
                        effects.forEach(StaggeredDisclosureTest::assertSafe);
                    }
                }
            }
        }
    }

    private static void assertSafe(JsonNode node) {
        node.properties().forEach(field -> {
            if (field.getValue().isIntegralNumber()
                    && !Set.of("elapsed", "numeratorDegreesOfFreedom").contains(field.getKey())) {
                assertThat(field.getValue().asLong())
                        .as("%s in %s", field.getKey(), node)
                        .matches(count -> count == 0 || count >= 5);
            }
            if (node.hasNonNull("withheld") && !CELLS.contains(field.getKey())) {
                boolean mean =
                        field.getKey().equals("simple") && !field.getValue().isNull();
                assertThat(mean || field.getValue().isNumber())
                        .as("%s in %s", field.getKey(), node)
                        .isFalse();
            }
        });
        node.forEach(StaggeredDisclosureTest::assertSafe);
    }
}
