package io.cultivar.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.evaluation.sums.Sums;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The certified values of the NIST Statistical Reference Datasets, univariate summary statistics, are found to 14 digits or
 * more: LRE = -log10(|found - certified| / |certified|). Sums kept in doubles find none of the digits of NumAcc4's standard
 * deviation.
 */
class NistTest {

    private static final double LEAST_LRE = 14;

    private record Certified(String name, List<BigDecimal> values, String mean, String standardDeviation) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Certified> datasets() {
        return Stream.of(
                numAcc1(),
                alternating("NumAcc2", "1.2", "1.1", "1.3"),
                alternating("NumAcc3", "1000000.2", "1000000.1", "1000000.3"),
                alternating("NumAcc4", "10000000.2", "10000000.1", "10000000.3"),
                read("Michelso", 100, "299.852400000000", "0.0790105478190518"),
                read("Mavro", 50, "2.00185600000000", "0.000429123454003053"),
                read("Lew", 200, "-177.435000000000", "277.332168044316"),
                read("Lottery", 218, "518.958715596330", "291.699727470969"));
    }

    private static Certified numAcc1() {
        return new Certified("NumAcc1", Samples.values("10000001 10000003 10000002"), "10000002", "1");
    }

    /** NumAcc2-4 by their definition: 1001 values, the first is the mean, then 500 times a little less, a little more. */
    private static Certified alternating(String name, String mean, String less, String more) {
        Stream<String> pairs = IntStream.range(0, 500).boxed().flatMap(i -> Stream.of(less, more));
        List<BigDecimal> values =
                Stream.concat(Stream.of(mean), pairs).map(BigDecimal::new).toList();
        return new Certified(name, values, mean, "0.1");
    }

    private static Certified read(String name, int size, String mean, String standardDeviation) {
        List<BigDecimal> values = lines("/nist/" + name + ".dat")
                .filter(line -> !line.startsWith("#"))
                .map(BigDecimal::new)
                .toList();
        assertThat(values).as(name).hasSize(size);
        return new Certified(name, values, mean, standardDeviation);
    }

    static Stream<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(NistTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + resource, e);
        }
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void shouldFindCertifiedMeanAndStandardDeviation(Certified data) {
        // when
        Moments found = Samples.moments(data.values());

        // then
        assertCertified(data, found);
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void shouldLeaveNoResidue_whenAddedTwiceAndTakenOutOnce(Certified data) {
        // given
        long seed = 20_261_122;
        List<Sums> parts = data.values().stream().map(Moments::of).toList();
        Sums once = parts.stream().reduce(Sums::plus).orElseThrow();
        List<Sums> shuffled = new ArrayList<>(parts);
        Collections.shuffle(shuffled, new Random(seed));

        // when
        Sums back = once;
        for (Sums part : shuffled) {
            back = back.plus(part);
        }
        for (Sums part : parts) {
            back = back.minus(part);
        }

        // then
        assertThat(back).as("seed %d", seed).isEqualTo(once).hasToString(once.toString());
        assertThat(once.minus(back).isZero()).isTrue();
        assertCertified(data, Moments.ofSums(back));
    }

    @Test
    void shouldBeHardForSumsInDoubles() {
        // given
        Certified data = alternating("NumAcc4", "10000000.2", "10000000.1", "10000000.3");
        double sum = 0;
        double squares = 0;
        for (BigDecimal value : data.values()) {
            double rounded = value.doubleValue();
            sum += rounded;
            squares += rounded * rounded;
        }

        // when
        int n = data.values().size();
        double variance = (squares - sum * sum / n) / (n - 1);

        // then
        assertThat(lre(Math.sqrt(Math.max(0, variance)), data.standardDeviation()))
                .isLessThan(1);
    }

    private static void assertCertified(Certified data, Moments found) {
        assertThat(lre(found.mean().orElseThrow(), data.mean()))
                .as("digits of the mean of %s", data.name())
                .isGreaterThanOrEqualTo(LEAST_LRE);
        assertThat(lre(found.standardDeviation().orElseThrow(), data.standardDeviation()))
                .as("digits of the standard deviation of %s", data.name())
                .isGreaterThanOrEqualTo(LEAST_LRE);
    }

    private static double lre(double found, String certified) {
        double expected = Double.parseDouble(certified);
        return -Math.log10(Math.abs(found - expected) / Math.abs(expected));
    }
}
