package io.cultivar.metricsapi.published;

import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.ProgramResult;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which programs have had series of their own, publication by publication: a seat is kept until others are clearly
 * costlier, so that series do not come and go with every posting. It follows from the log of publications alone, which
 * every replica reads from its beginning: whenever they were started, they agree. For one thread.
 */
public final class Seats {

    /** How many programs have one. */
    public static final int SEATS = 50;

    /** Who ranks here or better gets one, whoever has it now. */
    static final int SURE = 40;

    /** Who has one keeps it down to here, before others who rank better but are not sure of one. */
    static final int KEPT = 60;

    /** The costliest first, then by id. */
    private record Place(BigDecimal cost, String program) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::cost).reversed().thenComparing(Place::program);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** All programs by what they cost in one currency, and who has a seat there. */
    private static final class Ranking {
        private final NavigableSet<Place> places = new TreeSet<>();
        private Set<String> seated = Set.of();
    }

    private final Map<String, @Nullable Costs> costs = new HashMap<>();
    private final Map<String, Ranking> rankings = new HashMap<>();

    /**
     * Who has a seat next: those who are sure of one, then those who have one and are not far behind, then the others.
     *
     * @param ranked the best first, at least so many as {@link #KEPT} where there are
     * @param seated who has one now
     */
    public static Set<String> next(List<String> ranked, Set<String> seated) {
        Stream<String> sure = ranked.stream().limit(SURE);
        Stream<String> kept = ranked.stream().limit(KEPT).filter(seated::contains);
        return Stream.of(sure, kept, ranked.stream())
                .flatMap(programs -> programs)
                .distinct()
                .limit(SEATS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What a program costs in a currency, of what is published; 0 where that is nothing. */
    public static BigDecimal cost(@Nullable Costs costs, String currency) {
        return costs != null && costs.total() != null && currency.equals(costs.currency())
                ? costs.total()
                : BigDecimal.ZERO;
    }

    /** Takes in a publication of a program; null where it is not published any more. */
    void published(String program, @Nullable ProgramResult result) {
        @Nullable Costs now = result == null ? null : result.costs();
        @Nullable Costs before = costs.get(program);
        boolean known = costs.containsKey(program);
        String currency = now == null ? null : now.currency();
        if (currency != null && !rankings.containsKey(currency)) {
            rankings.put(currency, rankingIn(currency));
        }
        rankings.forEach((money, ranking) -> {
            BigDecimal then = cost(before, money);
            BigDecimal cost = cost(now, money);
            if (known == (result != null) && then.compareTo(cost) == 0) {
                return;
            }
            ranking.places.remove(new Place(then, program));
            if (result != null) {
                ranking.places.add(new Place(cost, program));
            }
            seat(ranking);
        });
        if (result == null) {
            costs.remove(program);
        } else {
            costs.put(program, now);
        }
    }

    private Ranking rankingIn(String currency) {
        var ranking = new Ranking();
        costs.forEach((program, known) -> ranking.places.add(new Place(cost(known, currency), program)));
        seat(ranking);
        return ranking;
    }

    private static void seat(Ranking ranking) {
        List<String> best =
                ranking.places.stream().limit(KEPT).map(Place::program).toList();
        ranking.seated = next(best, ranking.seated);
    }

    /** By reporting currency, who has a seat now. */
    Map<String, Set<String>> view() {
        return rankings.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, ranking -> Objects.requireNonNull(ranking.getValue()).seated));
    }
}
