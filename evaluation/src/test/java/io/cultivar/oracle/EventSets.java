package io.cultivar.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded random sets of valid events, as JSON lines, that are as unpleasant as real data: corrections, conflicts,
 * retractions before and after, erasures, values on window borders and of every magnitude. The same seed gives the same
 * lines. Employees are {@code emp-0001} and so on; no other text of a line holds such a name.
 */
public final class EventSets {

    /** The seed of a set in which arms are large enough for intervals that hold however often one looks. */
    public static final long MANY_SEED = 2005;

    /** How many employees that set has. */
    public static final int MANY_EMPLOYEES = 60;

    private EventSets() {}

    /** A small company of this many employees, with two to four programs. */
    public static List<String> random(long seed, int employees) {
        var random = new SplittableRandom(seed);
        var company = new RandomCompany(random, employees);
        return new Mishaps(random, company.data()).over(company.events());
    }

    /** The same lines in another order. */
    public static List<String> shuffled(Collection<String> lines, long seed) {
        var random = new SplittableRandom(seed);
        List<String> shuffled = new ArrayList<>(lines);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            String line = shuffled.get(last);
            shuffled.set(last, shuffled.get(other));
            shuffled.set(other, line);
        }
        return shuffled;
    }

    /** Every line twice, some three times, in another order. */
    public static List<String> doubled(Collection<String> lines, long seed) {
        var random = new SplittableRandom(seed);
        List<String> doubled = new ArrayList<>();
        for (String line : lines) {
            doubled.add(line);
            doubled.add(line);
            if (random.nextInt(5) == 0) {
                doubled.add(line);
            }
        }
        return shuffled(doubled, seed);
    }

    /** The greatest time of all lines: with it every fact counts. */
    public static Instant asOf(Collection<String> lines) {
        return lines.stream().map(EventSets::time).max(Instant::compareTo).orElseThrow();
    }

    /** The time of some line, so that facts are dated before, at, and after it; or the nanosecond before that. */
    public static Instant earlierAsOf(Collection<String> lines, long seed) {
        var random = new SplittableRandom(seed);
        List<Instant> times = lines.stream().map(EventSets::time).sorted().toList();
        Instant some = times.get(random.nextInt(times.size() / 4, times.size() - times.size() / 8));
        return random.nextInt(3) == 0 ? some.minusNanos(1) : some;
    }

    private static Instant time(String line) {
        return Fact.of(line).time();
    }
}
