package io.cultivar.evaluation.sums;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * A vector of exact decimal sums; what each place means says the {@link Cell} it is kept in.
 *
 * <p>Adding and subtracting never round, so the same contributions give the same digits in any order, and taking one out
 * again leaves no residue. Places are kept without trailing zeros, so that equal sums are equal objects and equal text.
 */
public record Sums(@JsonValue List<BigDecimal> places) {

    @JsonCreator
    public Sums {
        places = places.stream().map(Sums::canonical).toList();
    }

    /** A vector of these places. */
    public static Sums of(BigDecimal... places) {
        return new Sums(List.of(places));
    }

    /** A vector of whole numbers, such as counts. */
    public static Sums ofCounts(long... counts) {
        List<BigDecimal> places = new ArrayList<>(counts.length);
        for (long count : counts) {
            places.add(BigDecimal.valueOf(count));
        }
        return new Sums(places);
    }

    static BigDecimal canonical(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The same with more places behind. */
    public Sums and(BigDecimal... more) {
        return new Sums(Stream.concat(places.stream(), Stream.of(more)).toList());
    }

    /** Both together, place by place. */
    public Sums plus(Sums other) {
        return combine(other, BigDecimal::add);
    }

    /** This without the other, place by place. */
    public Sums minus(Sums other) {
        return combine(other, BigDecimal::subtract);
    }

    private Sums combine(Sums other, BinaryOperator<BigDecimal> operator) {
        if (places.size() != other.places.size()) {
            throw new IllegalArgumentException(
                    "sums of " + places.size() + " and " + other.places.size() + " places do not belong together");
        }
        List<BigDecimal> combined = new ArrayList<>(places.size());
        for (int i = 0; i < places.size(); i++) {
            combined.add(operator.apply(places.get(i), other.places.get(i)));
        }
        return new Sums(combined);
    }

    /** The same with every sign turned. */
    public Sums negated() {
        return new Sums(places.stream().map(BigDecimal::negate).toList());
    }

    /** Whether nothing is left. */
    public boolean isZero() {
        return places.stream().allMatch(place -> place.signum() == 0);
    }

    /** One place. */
    public BigDecimal at(int place) {
        return places.get(place);
    }

    /** One place that holds a count. */
    public long count(int place) {
        return places.get(place).longValueExact();
    }
}
