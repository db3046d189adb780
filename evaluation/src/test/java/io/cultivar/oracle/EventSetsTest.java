package io.cultivar.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.EventReader;
import io.cultivar.contract.event.EventType;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Sums;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventSetsTest {

    private static final int SEEDS = 30;

    @Test
    void shouldGiveOnlyEventsThatTheReaderAcceptsAndEveryTypeOfThem() {
        Set<EventType> types = new HashSet<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            for (String line : EventSets.random(seed, 8)) {
                // when
                Decoded decoded = EventReader.read(line.getBytes(StandardCharsets.UTF_8));

                // then
                assertThat(decoded).as("seed %d: %s", seed, line).isInstanceOf(Decoded.Accepted.class);
                if (decoded instanceof Decoded.Accepted accepted) {
                    types.add(accepted.event().type());
                    assertThat(line.replace("\"subject\":\"emp-", ""))
                            .as("seed %d: an employee is named only as subject", seed)
                            .doesNotContain("emp-");
                }
            }
        }
        assertThat(types).containsExactlyInAnyOrder(EventType.values());
    }

    @Test
    void shouldReachEveryKindOfCellAndEveryDefect() {
        // given
        Set<String> kinds = new HashSet<>();
        Set<Cohort> pendingCohorts = new HashSet<>();
        long[] defects = new long[3];

        // when
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<String> lines = EventSets.random(seed, 8);
            Oracle.sums(lines, EventSets.earlierAsOf(lines, seed)).forEach((cell, sums) -> {
                kinds.add(cell.getClass().getSimpleName());
                if (cell instanceof Cell.Pending pending) {
                    pendingCohorts.add(pending.cohort());
                }
                if (cell instanceof Cell.DataQuality) {
                    for (int place = 0; place < defects.length; place++) {
                        defects[place] += sums.count(place);
                    }
                }
            });
        }

        // then
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "Members",
                        "Change",
                        "UncappedChange",
                        "Placebo",
                        "Pending",
                        "Money",
                        "IsolatedMoney",
                        "Salary",
                        "Attendance",
                        "Scores",
                        "ScoreChange",
                        "Certification",
                        "LeadTime",
                        "Responses",
                        "ThemeNamed",
                        "Quote",
                        "GroupMembers",
                        "SkillLevels",
                        "SharedLevels",
                        "SkillRequirement",
                        "ProviderFigure",
                        "SourcingScore",
                        "SharedPeople",
                        "Stay",
                        "Tenure",
                        "Trend",
                        "Starts",
                        "Panel",
                        "PeriodPair",
                        "Cost",
                        "DataQuality");
        assertThat(pendingCohorts).contains(Cohort.TREATMENT, Cohort.CONTROL, Cohort.ENROLLED);
        assertThat(Arrays.stream(defects).min().orElseThrow()).isGreaterThan(10);
    }

    @Test
    void shouldReachCapsThatCutAndPeopleWhoCompleted() {
        // given
        long cut = 0;
        long completed = 0;

        // when
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<String> lines = EventSets.random(seed, 8);
            Map<Cell, Sums> sums = Oracle.sums(lines, EventSets.asOf(lines));
            for (Cell cell : sums.keySet()) {
                if (cell instanceof Cell.Change change) {
                    completed += sums.get(cell).count(7);
                    var measured =
                            sums.get(new Cell.UncappedChange(change.program(), change.metric(), change.cohort()));
                    if (measured != null && measured.count(6) > 0) {
                        cut++;
                    }
                }
            }
        }

        // then
        assertThat(cut).isGreaterThan(20);
        assertThat(completed).isGreaterThan(20);
    }

    @Test
    void shouldGiveTheSameLinesForTheSameSeed() {
        // when
        List<String> lines = EventSets.random(7, 5);

        // then
        assertThat(EventSets.random(7, 5)).isEqualTo(lines);
        assertThat(EventSets.random(8, 5)).isNotEqualTo(lines);
        assertThat(EventSets.shuffled(lines, 1)).containsExactlyInAnyOrderElementsOf(lines);
        assertThat(EventSets.doubled(lines, 1)).hasSizeGreaterThanOrEqualTo(2 * lines.size());
    }

    @Test
    void shouldKnowInstantsToEvaluateAt() {
        // given
        List<String> lines = EventSets.random(7, 5);
        Instant latest = EventSets.asOf(lines);

        // then
        assertThat(lines).allMatch(line -> !Fact.of(line).time().isAfter(latest));
        assertThat(EventSets.earlierAsOf(lines, 3)).isBefore(latest).isEqualTo(EventSets.earlierAsOf(lines, 3));
    }
}
