package io.cultivar.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cultivar.contract.result.Bounded;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.PeriodDuration;

class JsonTest {

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "1e-5, 1.0E-5",
        "2.0E-3, 0.002",
        "1.7976931348623157E308, 1.7976931348623157E308",
        "4.9E-324, 4.9E-324",
        // JDK 17 itself writes this one as 1.9999999999999998E23.
        "2.0E23, 2.0E23",
        "-0.0, -0.0",
        "1, 1.0"
    })
    void shouldWriteDoublesShortest(double value, String written) {
        assertThat(json(value)).isEqualTo(written);
        assertThat(Double.doubleToLongBits(readDouble(json(value)))).isEqualTo(Double.doubleToLongBits(value));
    }

    @Test
    void shouldReadBackTheSameBits() {
        long seed = 20_260_331L;
        Random random = new Random(seed);

        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.doubleToLongBits(readDouble(json(value))))
                        .as("value %s of seed %s", value, seed)
                        .isEqualTo(Double.doubleToLongBits(value));
            }
        }
    }

    @Test
    void shouldReadDoublesOfRecordsToTheSameBits() {
        Bounded bounded = new Bounded(0.1 + 0.2, Math.nextDown(0.3), Double.MAX_VALUE, null);

        assertThat(Json.read(Json.write(bounded), Bounded.class)).isEqualTo(bounded);
    }

    @Test
    void shouldWriteDecimalsAsTheyAre() {
        assertThat(json(new BigDecimal("12.50"))).isEqualTo("12.50");
        assertThat(json(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(json(new BigDecimal("1E-18"))).isEqualTo("0.000000000000000001");
        assertThat(Json.read(utf8("12.50"), BigDecimal.class)).isEqualTo(new BigDecimal("12.50"));
    }

    @Test
    void shouldWriteTimesInIsoForm() {
        assertThat(json(Instant.parse("2026-03-31T09:00:00.250Z"))).isEqualTo("\"2026-03-31T09:00:00.250Z\"");
        assertThat(json(LocalDate.of(2026, 3, 31))).isEqualTo("\"2026-03-31\"");
        assertThat(json(YearMonth.of(2026, 3))).isEqualTo("\"2026-03\"");
        assertThat(json(Duration.ofMinutes(390))).isEqualTo("\"PT6H30M\"");
        assertThat(json(PeriodDuration.parse("P1Y2M3DT4H"))).isEqualTo("\"P1Y2M3DT4H\"");
        assertThat(Json.read(utf8("\"P1Y2M3DT4H\""), PeriodDuration.class))
                .isEqualTo(PeriodDuration.parse("P1Y2M3DT4H"));
    }

    @Test
    void shouldWriteTheSameValueForPeople() {
        Map<String, Object> value = new LinkedHashMap<>(Map.of("a", List.of(1, 2)));

        assertThat((Object) Json.read(utf8(Json.writePretty(value)), Map.class)).isEqualTo(value);
        assertThat(Json.writePretty(value)).contains("\n");
    }

    @Test
    void shouldTreatOurOwnUnreadableTextAsADefect() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Json.read(utf8("{"), Bounded.class))
                .withMessage("cannot read io.cultivar.contract.result.Bounded");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Json.write(new Object()))
                .withMessage("cannot write java.lang.Object");
    }

    private static String json(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }

    private static double readDouble(String json) {
        return Json.read(utf8(json), Double.class);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
