package io.cultivar.evaluation.disclosure;

import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.SurvivalPoint;
import io.cultivar.evaluation.company.CompanySurvival;
import io.cultivar.evaluation.program.Figures;
import io.cultivar.evaluation.program.Known;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody reads all that is published of an arm's retention, subtracts and adds counts of people wherever one group is part of
 * another or apart from it, knows which groups are empty, and tries to find a group of one to four.
 */
final class RetentionAttack {

    /** A person, or a kind of person that there may be: days since the index date, days stayed if left, and why. */
    private record Person(
            int age, @Nullable Integer exit, @Nullable LeavingKind kind) {

        int watched() {
            return exit == null ? age : exit;
        }

        boolean leftBy(int day) {
            return exit != null && exit <= day;
        }
    }

    private final List<LeavingKind> kinds;
    private final List<Person> people = new ArrayList<>();
    private final List<Person> universe = new ArrayList<>();
    private final Map<BitSet, Long> known = new LinkedHashMap<>();
    private final BitSet empty = new BitSet();

    /** People of few ages who left on few days, sometimes one by one, for one of these reasons. */
    RetentionAttack(SplittableRandom random, List<LeavingKind> kinds) {
        this.kinds = kinds;
        addPeople(random);
    }

    /** The published curves of a company of these people. */
    List<SurvivalCurve> companyCurves() {
        Map<Cell, Sums> cells = new LinkedHashMap<>();
        for (Person person : people) {
            long entry = 1_000L - person.age();
            Long exit = person.exit() == null ? null : entry + person.exit();
            cells.merge(new Cell.Tenure(entry, exit, person.kind()), Sums.ofCounts(1), Sums::plus);
        }
        Predicate<@Nullable Long> isSmall = count -> count != null && count > 0 && count < 5;
        List<SurvivalCurve> marked =
                new RetentionDisclosure(isSmall).markCurves(CompanySurvival.of(cells, Figures.AS_OF), List.of());
        return new PublishedCurves(isSmall).redact(marked, List.of());
    }

    private void addPeople(SplittableRandom random) {
        int groups = 2 + random.nextInt(8);
        int[] ages = {30 + random.nextInt(470), 30 + random.nextInt(470), 90 * (1 + random.nextInt(5))};
        for (int group = 0; group < groups; group++) {
            int age = random.nextInt(6) == 0 ? random.nextInt(450) : ages[random.nextInt(group == 0 ? 1 : ages.length)];
            boolean leaves = random.nextInt(2) == 0;
            int exit = random.nextInt(4) == 0 ? 30 * random.nextInt(age / 30 + 1) : random.nextInt(age + 1);
            LeavingKind kind = kinds.get(random.nextInt(kinds.size()));
            int size = random.nextInt(5) == 0 ? 1 + random.nextInt(4) : 5 + random.nextInt(9);
            for (int person = 0; person < size; person++) {
                people.add(new Person(age, leaves ? exit : null, leaves ? kind : null));
            }
        }
    }

    /** The exact result of a program that treats these people. */
    ProgramResult evaluated() {
        Figures figures = new Figures().members(TREATMENT, Design.RANDOMIZED, people.size(), 0);
        for (Person person : people) {
            long entry = 1_000L - person.age();
            Long exit = person.exit() == null ? null : entry + person.exit();
            figures.add(new Cell.Stay(Figures.PROGRAM, TREATMENT, entry, exit, person.kind()), Sums.ofCounts(1));
        }
        return figures.evaluate(Known.NOTHING);
    }

    /** Learns all published counts. */
    void read(List<RetentionRate> rates, List<SurvivalCurve> curves) {
        NavigableSet<Integer> days = new TreeSet<>(List.of(0, 90, 180, 365));
        curves.forEach(curve -> curve.points().forEach(point -> days.add(point.day())));
        imagine(days);
        for (RetentionRate rate : rates) {
            int h = rate.horizonDays();
            learn(rate.followed(), person -> person.age() >= h);
            learn(rate.retained(), person -> person.age() >= h && !person.leftBy(h));
            learn(rate.atRisk(), person -> person.age() >= h && !person.leftBy(h));
        }
        for (SurvivalCurve curve : curves) {
            Predicate<Person> counts = person -> curve.leaving() == null || curve.leaving() == person.kind();
            learn(curve.people(), person -> true);
            learn(curve.left(), person -> person.exit() != null && counts.test(person));
            int last = -1;
            for (SurvivalPoint point : curve.points()) {
                int before = last;
                int day = point.day();
                learn(point.atRisk(), person -> person.watched() >= day && !person.leftBy(day));
                learn(point.left(), person -> person.leftBy(day) && !person.leftBy(before) && counts.test(person));
                last = day;
            }
        }
    }

    /** Every kind of person that the days told can tell apart. */
    private void imagine(NavigableSet<Integer> days) {
        for (int from : days) {
            Integer next = days.higher(from);
            int age = next == null ? from + 200 : next - 1;
            universe.add(new Person(age, null, null));
            for (int exit : days.headSet(age, true)) {
                for (LeavingKind kind : kinds) {
                    universe.add(new Person(age, exit, kind));
                    if (exit + 1 <= age) {
                        universe.add(new Person(age, exit + 1, kind));
                    }
                }
            }
        }
    }

    private void learn(@Nullable Long count, Predicate<Person> group) {
        if (count != null) {
            assertThat(count).isEqualTo(people.stream().filter(group).count());
            var members = new BitSet();
            for (int i = 0; i < universe.size(); i++) {
                members.set(i, group.test(universe.get(i)));
            }
            known.put(members, count);
        }
    }

    /** Subtracts what can be subtracted from each other, twice. */
    void combine(int seed) {
        int told = known.size();
        for (int round = 0; round < 2; round++) {
            known.forEach((group, count) -> {
                if (count == 0) {
                    empty.or(group);
                }
            });
            List<Map.Entry<BitSet, Long>> groups = List.copyOf(known.entrySet());
            for (Map.Entry<BitSet, Long> one : groups) {
                for (Map.Entry<BitSet, Long> other : groups.subList(0, told)) {
                    subtract(one, other, seed);
                    subtract(other, one, seed);
                }
            }
        }
    }

    private void subtract(Map.Entry<BitSet, Long> whole, Map.Entry<BitSet, Long> part, int seed) {
        if (part.getValue() > whole.getValue()) {
            return;
        }
        var outside = (BitSet) part.getKey().clone();
        outside.andNot(whole.getKey());
        outside.andNot(empty);
        if (outside.isEmpty()) {
            var rest = (BitSet) whole.getKey().clone();
            rest.andNot(part.getKey());
            long count = whole.getValue() - part.getValue();
            assertThat(count)
                    .as("case %d: people %s", seed, people)
                    .matches(found -> found == 0 || found >= 5, "is nobody or at least five");
            known.putIfAbsent(rest, count);
        }
    }
}
