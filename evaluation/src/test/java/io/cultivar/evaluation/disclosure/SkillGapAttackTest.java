package io.cultivar.evaluation.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.SkillGap;
import io.cultivar.evaluation.company.CompanyEvaluation;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Takes one published group off another: what is left must be nobody, or people enough. */
class SkillGapAttackTest {

    private static final int SMALLEST_GROUP = 5;
    private static final List<String> GROUPS = List.of("north", "south", "agent", "clerk", "driver");

    private final Map<Cell, Sums> cells = new HashMap<>();
    private final Map<String, Set<Integer>> members = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void shouldLeaveNobodyOrEnough(long seed) {
        // given: most agents work in the north, most clerks in the south
        var random = new Random(seed);
        GROUPS.forEach(group ->
                cells.put(new Cell.SkillRequirement("excel", group), Sums.of(BigDecimal.ONE, new BigDecimal(3))));
        int people = 30 + random.nextInt(30);
        for (int person = 0; person < people; person++) {
            boolean north = random.nextBoolean();
            boolean typical = random.nextInt(people) > 3;
            String role = north == typical ? "agent" : random.nextInt(4) > 0 ? "clerk" : "driver";
            take(person, north ? "north" : "south", role, new BigDecimal(random.nextInt(6)));
        }

        // when
        CompanyResult published = new Disclosure(SMALLEST_GROUP).publish(CompanyEvaluation.of(cells, Instant.EPOCH));

        // then
        List<String> shown = published.skillGaps().stream()
                .filter(gap -> gap.withheld() == null)
                .map(SkillGap::group)
                .toList();
        for (String one : shown) {
            for (String other : shown) {
                Set<Integer> left = new HashSet<>(members.getOrDefault(one, Set.of()));
                left.removeAll(members.getOrDefault(other, Set.of()));
                assertThat(left.size())
                        .as("%s without %s", one, other)
                        .matches(size -> size == 0 || size >= SMALLEST_GROUP);
            }
        }
    }

    private void take(int person, String department, String role, BigDecimal level) {
        for (String group : List.of(department, role)) {
            members.computeIfAbsent(group, name -> new HashSet<>()).add(person);
            add(new Cell.GroupMembers(group));
            add(new Cell.SkillLevels("excel", group, level));
        }
        boolean first = role.compareTo(department) < 0;
        add(new Cell.SharedLevels("excel", first ? role : department, first ? department : role));
    }

    private void add(Cell cell) {
        cells.merge(cell, Sums.ofCounts(1), Sums::plus);
    }
}
