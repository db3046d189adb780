package io.cultivar.metricsapi.history;

import static io.cultivar.metricsapi.history.EmbeddedPostgreSql.query;
import static io.cultivar.metricsapi.history.EmbeddedPostgreSql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cultivar.metricsapi.history.HistoryStore.Outcome;
import io.cultivar.metricsapi.history.PublishedTable.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryStoreTest {

    private static final Instant START = Instant.parse("2025-06-30T08:00:00.123456789Z");
    private static final String ROWS = "SELECT row_key ->> 'id' FROM cultivar.published_row ORDER BY 1";

    private HistoryConfig database = new HistoryConfig("jdbc:postgresql:none", null, null);
    private HistoryStore store = new HistoryStore(database);

    @BeforeEach
    void makeDatabase() {
        database = EmbeddedPostgreSql.freshDatabase();
        store = new HistoryStore(database);
        store.migrate();
    }

    /** The publication that many seconds after the start. */
    private static Publication publication(int seconds, Row... rows) {
        return publication("version-" + seconds, seconds, List.of(rows));
    }

    private static Publication publication(String version, int seconds, List<Row> rows) {
        Instant time = START.plusSeconds(seconds);
        return new Publication(
                version, "1.0", "1", START, time, time, () -> List.of(new PublishedTable("effects", false, rows)));
    }

    private static Row row(String id, String number) {
        return new Row("{\"id\":\"" + id + "\"}", "{\"id\":\"" + id + "\",\"value\":" + number + '}');
    }

    private List<Object> column(String sql) {
        return query(database, sql).stream()
                .map(row -> row.values().iterator().next())
                .toList();
    }

    @Test
    void shouldMakeItsSchemaOnce() {
        // given
        String migrations = "SELECT version FROM cultivar.flyway_schema_history WHERE version IS NOT NULL ORDER BY 1";
        List<Object> once = column(migrations);

        // when
        store.migrate();

        // then
        assertThat(once).startsWith("1").doesNotHaveDuplicates();
        assertThat(column(migrations)).isEqualTo(once);
    }

    @Test
    void shouldReplaceWhatWasCorrectedAndLeaveTheRest() throws SQLException {
        // given
        store.write(publication(0, row("a", "1.5"), row("b", "2.5")));

        // when
        Outcome outcome = store.write(publication(60, row("a", "1.75"), row("b", "2.5")));

        // then
        assertThat(outcome).isEqualTo(Outcome.WRITTEN);
        assertThat(query(database, """
                        SELECT row_key ->> 'id' AS id, content ->> 'value' AS value, publication,
                               extract(epoch FROM changed_at - first_published_at)::integer AS age
                        FROM cultivar.published_row ORDER BY 1"""))
                .extracting(row -> List.copyOf(row.values()))
                .containsExactly(List.of("a", "1.75", 2L, 60), List.of("b", "2.5", 1L, 0));
        assertThat(query(database, "SELECT rows_changed, rows_removed FROM cultivar.publication ORDER BY id"))
                .extracting(row -> List.copyOf(row.values()))
                .containsExactly(List.of(2L, 0L), List.of(1L, 0L));
    }

    @Test
    void shouldRemoveWhatIsNoLongerPublished() throws SQLException {
        // given
        store.write(publication(0, row("a", "1"), row("b", "2")));

        // when
        store.write(publication(1, row("b", "2")));

        // then
        assertThat(column(ROWS)).containsExactly("b");
        assertThat(value(database, "SELECT rows_removed FROM cultivar.publication WHERE id = 2"))
                .isEqualTo(1L);
    }

    @Test
    void shouldKeepWhatALogHasSaid() throws SQLException {
        // given
        store.write(publication("long ago", 0, List.of(row("effect", "1")), List.of(row("first", "1"))));

        // when
        store.write(publication("now", 1, List.of(), List.of(row("second", "2"))));

        // then
        assertThat(column(ROWS)).containsExactly("first", "second");
    }

    private static Publication publication(String version, int seconds, List<Row> rows, List<Row> log) {
        Instant time = START.plusSeconds(seconds);
        return new Publication(
                version,
                "1.0",
                "1",
                START,
                time,
                time,
                () -> List.of(
                        new PublishedTable("effects", false, rows), new PublishedTable("restatements", true, log)));
    }

    @Test
    void shouldKeepEveryDigit() throws SQLException {
        // given
        store.write(publication(0, row("a", "24000.5")));

        // when
        store.write(publication(1, row("a", "24000.50"), row("b", "0.8999999999999999"), row("c", "1.0E-300")));

        // then
        assertThat(column("SELECT content ->> 'value' FROM cultivar.published_row WHERE row_key ->> 'id' < 'c'"))
                .containsExactlyInAnyOrder("24000.50", "0.8999999999999999");
        assertThat(value(database, """
                        SELECT (content ->> 'value')::double precision
                        FROM cultivar.published_row WHERE row_key ->> 'id' = 'c'""")).isEqualTo(1.0E-300);
    }

    @Test
    void shouldWriteTheSameOnce() throws SQLException {
        // given
        store.write(publication("same", 0, List.of(row("a", "1"))));

        // when
        Outcome outcome = store.write(publication("same", 10, List.of(row("a", "1"))));

        // then
        assertThat(outcome).isEqualTo(Outcome.UNCHANGED);
        assertThat(column("SELECT confirmed_at = '2025-06-30T08:00:10.123456Z' FROM cultivar.publication"))
                .containsExactly(true);
    }

    @Test
    void shouldNotBeTakenBackByAWriterThatIsBehind() throws SQLException {
        // given
        store.write(publication(10, row("new", "1")));

        // when
        Outcome outcome = store.write(publication(9, row("old", "1")));

        // then
        assertThat(outcome).isEqualTo(Outcome.SUPERSEDED);
        assertThat(column(ROWS)).containsExactly("new");
    }

    @Test
    void shouldLetAWriterGoOnFromItsOwnConfirmation() throws SQLException {
        // given: the newest is published while nothing newer than that is confirmed yet
        store.write(publication("first", 0, List.of(row("a", "1"))));

        // when
        Outcome outcome = store.write(publication("second", 0, List.of(row("a", "2"))));

        // then
        assertThat(outcome).isEqualTo(Outcome.WRITTEN);
    }

    private static Publication confirmed(String version, Instant time) {
        return new Publication(
                version,
                "1.0",
                "1",
                START,
                START,
                time,
                () -> List.of(new PublishedTable("effects", false, List.of(row(version, "1")))));
    }

    @Test
    void shouldNotWaitForAWriterWhoseClockIsFarAhead() throws SQLException {
        // given
        Instant now = Instant.now();
        store.write(confirmed("of tomorrow", now.plus(Duration.ofDays(1))));

        // when
        Outcome outcome = store.write(confirmed("of today", now));

        // then
        assertThat(outcome).isEqualTo(Outcome.WRITTEN);
        assertThat(column(ROWS)).containsExactly("of today");
    }

    @Test
    void shouldForgetAConfirmationThatIsFarAhead() throws SQLException {
        // given
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        store.write(confirmed("same", now.plus(Duration.ofDays(1))));
        assertThat(store.confirmed()).isEmpty();

        // when
        Outcome outcome = store.write(confirmed("same", now));

        // then
        assertThat(outcome).isEqualTo(Outcome.UNCHANGED);
        assertThat(store.confirmed()).contains(now);
    }

    @Test
    void shouldBelieveAWriterWhoseClockIsALittleAhead() throws SQLException {
        // given
        Instant now = Instant.now();
        store.write(confirmed("newer", now.plus(Duration.ofMinutes(2))));

        // when
        Outcome outcome = store.write(confirmed("older", now));

        // then
        assertThat(outcome).isEqualTo(Outcome.SUPERSEDED);
        assertThat(column(ROWS)).containsExactly("newer");
    }

    @Test
    void shouldStayAsItIsWhereAWriteBreaksOff() throws SQLException {
        // given
        store.write(publication(0, row("a", "1")));
        Publication broken = publication(1, row("b", "2"), new Row("{\"id\":\"c\"}", "{no json"));

        // when
        assertThatThrownBy(() -> store.write(broken)).isInstanceOf(SQLException.class);

        // then
        assertThat(column(ROWS)).containsExactly("a");
        assertThat(column("SELECT version FROM cultivar.publication")).containsExactly("version-0");
    }

    @Test
    void shouldRefuseTwoRowsWithOneKey() {
        List<Row> twins = List.of(row("a", "1"), row("a", "2"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublishedTable("effects", false, twins))
                .withMessage("two rows of effects have the key {\"id\":\"a\"}");
    }

    /** Whatever two replicas write between each other, the history is one whole publication, in the end the newest. */
    @Test
    void shouldHoldOneWholePublicationWhereTwoWrite() throws Exception {
        // given
        int publications = 15;
        int rows = 40;
        ExecutorService replicas = Executors.newFixedThreadPool(2);

        // when
        List<Future<?>> running = new ArrayList<>();
        for (int replica = 0; replica < 2; replica++) {
            running.add(replicas.submit(() -> {
                for (int at = 0; at < publications; at++) {
                    String number = Integer.toString(at);
                    List<Row> all = IntStream.range(at, at + rows)
                            .mapToObj(id -> row("r" + id, number))
                            .toList();
                    new HistoryStore(database).write(publication("version-" + at, at, all));
                }
                return null;
            }));
        }
        while (running.stream().anyMatch(replica -> !replica.isDone())) {
            assertThat(whole(rows)).isTrue();
        }

        // then
        for (Future<?> replica : running) {
            assertDone(replica);
        }
        replicas.shutdown();
        assertThat(column("SELECT DISTINCT content ->> 'value' FROM cultivar.published_row"))
                .containsExactly(Integer.toString(publications - 1));
        assertThat(column(ROWS)).hasSize(rows);
        assertThat(column("SELECT version FROM cultivar.publication ORDER BY id"))
                .containsExactlyElementsOf(IntStream.range(0, publications)
                        .<Object>mapToObj(at -> "version-" + at)
                        .toList());
    }

    private boolean whole(int rows) {
        Object found = value(
                database,
                "SELECT count(*) = 0 OR (count(*) = " + rows
                        + " AND count(DISTINCT content ->> 'value') = 1) FROM cultivar.published_row");
        return Boolean.TRUE.equals(found);
    }

    private static void assertDone(Future<?> replica) throws InterruptedException {
        try {
            replica.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a replica failed", e.getCause());
        }
    }
}
