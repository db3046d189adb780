package io.cultivar.metricsapi.history;

import static io.cultivar.metricsapi.history.EmbeddedPostgreSql.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.cultivar.metricsapi.history.HistoryWriter.Rhythm;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@Timeout(180)
class HistoryWriterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Rhythm QUICK =
            new Rhythm(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMillis(20), Duration.ofMillis(200));

    private final AtomicReference<@Nullable Publication> published = new AtomicReference<>();

    /** What was said with each publication, as far as it is remembered: three of them. */
    private final List<PublishedTable.Row> log = new ArrayList<>();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private @Nullable HistoryWriter writer;
    private @Nullable Thread thread;

    @AfterEach
    void stop() throws InterruptedException {
        if (writer != null && thread != null) {
            writer.stop();
            thread.join(PATIENCE.toMillis());
            assertThat(thread.isAlive()).isFalse();
        }
        meters.close();
    }

    private HistoryWriter start(HistoryConfig config) {
        HistoryWriter started =
                new HistoryWriter(config, () -> Optional.ofNullable(published.get()), Clock.systemUTC(), QUICK, meters);
        writer = started;
        thread = new Thread(started, "writer-under-test");
        thread.start();
        return started;
    }

    private void publish(String version) {
        Instant now = Instant.now();
        PublishedTable table = new PublishedTable(
                "effects", false, List.of(new PublishedTable.Row("{}", "{\"version\":\"" + version + "\"}")));
        log.add(new PublishedTable.Row("{\"said\":\"" + version + "\"}", "{}"));
        if (log.size() > 3) {
            log.remove(0);
        }
        PublishedTable restatements = new PublishedTable("restatements", true, log);
        published.set(new Publication(version, "1.0", "1", now, now, now, () -> List.of(table, restatements)));
    }

    private static void awaitWritten(HistoryConfig database, String version) {
        await().atMost(PATIENCE)
                .ignoreException(AssertionError.class)
                .until(() -> query(database, """
                        SELECT content ->> 'version' AS version FROM cultivar.published_row WHERE dataset = 'effects'""").toString().equals("[{version=" + version + "}]"));
    }

    private static List<Object> logged(HistoryConfig database) {
        return query(database, """
                        SELECT row_key ->> 'said' AS said FROM cultivar.published_row WHERE dataset = 'restatements' ORDER BY 1""").stream().map(row -> row.get("said")).toList();
    }

    private static void awaitStatus(HistoryWriter writer, String status) {
        await().atMost(PATIENCE).until(() -> writer.state().status().equals(status));
    }

    private double count(String meter) {
        return meters.get(meter).counter().count();
    }

    @Test
    void shouldWaitForSomethingToWrite() {
        // given
        HistoryConfig database = EmbeddedPostgreSql.freshDatabase();

        // when
        HistoryWriter started = start(database);

        // then
        assertThat(started.state()).isEqualTo(new HistoryState("waiting", null, null));
        assertThat(meters.get("training.history.current.timestamp").gauge().value())
                .isZero();
        publish("first");
        awaitWritten(database, "first");
        awaitStatus(started, "current");
        assertThat(count("training.history.publications")).isEqualTo(1);
        assertThat(meters.get("training.history.current.timestamp").gauge().value())
                .isCloseTo((double) Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(60.0));
    }

    @Test
    void shouldLoseNothingWhileTheDatabaseIsAway(@TempDir Path directory) throws IOException {
        // given: a database that has never been there
        int port = freePort();
        HistoryConfig database = EmbeddedPostgreSql.config(port, "postgres");
        publish("first");
        HistoryWriter started = start(database);
        awaitStatus(started, "behind");
        assertThat(started.state().problem()).isEqualTo("SQLSTATE 08001");

        // when it comes, then it is filled
        try (EmbeddedPostgres server = start(directory, port)) {
            assertThat(server.getPort()).isEqualTo(port);
            awaitWritten(database, "first");
            awaitStatus(started, "current");
        }

        // when it goes while results change several times, and comes back
        double failures = count("training.history.failures");
        for (int version = 2; version <= 4; version++) {
            publish("version-" + version);
            awaitStatus(started, "behind");
        }
        await().atMost(PATIENCE).until(() -> count("training.history.failures") > failures + 1);
        try (EmbeddedPostgres server = start(directory, port)) {
            assertThat(server.getPort()).isEqualTo(port);

            // then the newest is there, and all that was said meanwhile and before
            awaitWritten(database, "version-4");
            assertThat(logged(database)).containsExactly("first", "version-2", "version-3", "version-4");
            awaitStatus(started, "current");
        }
    }

    @Test
    void shouldFillADatabaseThatSomebodyHasEmptied() {
        // given
        HistoryConfig database = EmbeddedPostgreSql.freshDatabase();
        publish("only");
        start(database);
        awaitWritten(database, "only");

        // when
        EmbeddedPostgreSql.run(database, "DROP SCHEMA cultivar CASCADE");

        // then
        awaitWritten(database, "only");
    }

    @Test
    void shouldSayWhoseHistoryStandsInTheWay() {
        // given what another writer, whose clock is a little ahead, has written
        HistoryConfig database = EmbeddedPostgreSql.freshDatabase();
        publish("older");
        Instant ahead = Instant.now().plus(Duration.ofMinutes(2)).truncatedTo(ChronoUnit.MICROS);
        EmbeddedPostgreSql.write(database, new Publication("newer", "1.0", "1", ahead, ahead, ahead, List::of));
        Queue<String> said = new ConcurrentLinkedQueue<>();
        Logger logger = (Logger) LoggerFactory.getLogger(HistoryWriter.class);
        var lines = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                said.add(event.getLevel() + " " + event.getFormattedMessage());
            }
        };
        lines.start();
        logger.addAppender(lines);
        try {
            // when
            HistoryWriter started = start(database);

            // then
            Instant known = Objects.requireNonNull(published.get()).confirmed();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(said)
                            .anySatisfy(line -> assertThat(line)
                                    .startsWith("WARN the history is not written")
                                    .contains(ahead.toString(), known.toString())));
            assertThat(started.state()).isEqualTo(new HistoryState("behind", null, null));
        } finally {
            logger.detachAppender(lines);
        }
    }

    @Test
    void shouldTellOfADefectAndGoOn() {
        // given
        HistoryConfig database = EmbeddedPostgreSql.freshDatabase();
        Instant now = Instant.now();
        published.set(new Publication("broken", "1.0", "1", now, now, now, () -> {
            throw new IllegalStateException("this is meant to fail");
        }));
        HistoryWriter started = start(database);
        awaitStatus(started, "behind");
        assertThat(started.state().problem()).isEqualTo("IllegalStateException");

        // when
        publish("mended");

        // then
        awaitWritten(database, "mended");
        awaitStatus(started, "current");
    }

    private static EmbeddedPostgres start(Path directory, int port) {
        return EmbeddedPostgreSql.start(EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
