package io.cultivar.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    @Test
    void shouldSpeakOnceASecondAtMost() {
        // given
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        AtomicReference<Instant> now = new AtomicReference<>(start);
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        var progress = new ConsoleProgress("replaying events", new PrintStream(console, true, UTF_8), now::get);

        // when
        progress.at(1);
        now.set(start.plusMillis(1_000));
        progress.at(12_345);
        now.set(start.plusMillis(1_999));
        progress.at(20_000);
        now.set(start.plusMillis(2_000));
        progress.at(21_000, 1_000_000);

        // then
        assertThat(console.toString(UTF_8).lines())
                .containsExactly("replaying events: 12,345", "replaying events: 21,000 of 1,000,000");
    }
}
