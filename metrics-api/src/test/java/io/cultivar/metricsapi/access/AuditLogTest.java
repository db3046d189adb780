package io.cultivar.metricsapi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class AuditLogTest {

    private static AuditEntry entry(int status) {
        return new AuditEntry(
                Instant.parse("2026-03-01T08:00:00Z"),
                "read",
                "anna",
                Visitor.Kind.KEY,
                Role.LEADER,
                "10.0.0.1",
                "GET",
                "/v1/roi",
                Map.of(),
                List.of(),
                "application/json",
                status,
                null,
                null);
    }

    @Test
    void shouldNotStartWhereNothingWouldBeRecorded(@TempDir Path directory) {
        Logger logger = (Logger) LoggerFactory.getLogger(AuditLog.LOGGER);
        logger.setLevel(Level.WARN);
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> new AuditLog(null))
                    .withMessageStartingWith("nothing would be audited: the logger io.cultivar.audit is below INFO");
        } finally {
            logger.setLevel(null);
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> new AuditLog(directory))
                .withMessageStartingWith("CULTIVAR_AUDIT_FILE cannot be written: " + directory);
    }

    @Test
    void shouldWriteIntoTheLogWhereThereIsNoFile() {
        Logger logger = (Logger) LoggerFactory.getLogger(AuditLog.LOGGER);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        try {
            new AuditLog(null).write(entry(200));
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(null);
        }

        assertThat(lines.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly("""
                {"time":"2026-03-01T08:00:00Z","action":"read","who":"anna","known":"key","role":"leader",\
                "address":"10.0.0.1","method":"GET","path":"/v1/roi","about":{},"parameters":[],\
                "format":"application/json","status":200}""");
    }

    @Test
    void shouldGoOnInAFreshFileWhenTheOldOneIsMovedAway(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("audit.jsonl");
        AuditLog log = new AuditLog(file);

        log.write(entry(200));
        Files.move(file, directory.resolve("audit.jsonl.1"));
        log.write(entry(403));

        assertThat(Files.readString(directory.resolve("audit.jsonl.1"))).endsWith("\"status\":200}\n");
        assertThat(Files.readAllLines(file)).hasSize(1).first().asString().endsWith("\"status\":403}");
    }

    @Test
    void shouldKeepTheNewestToBeRead(@TempDir Path directory) {
        AuditLog log = new AuditLog(directory.resolve("audit.jsonl"));

        for (int status = 0; status < AuditLog.KEPT + 5; status++) {
            log.write(entry(status));
        }

        List<String> kept =
                new String(log.newest(), StandardCharsets.UTF_8).lines().toList();
        assertThat(kept).hasSize(AuditLog.KEPT);
        assertThat(kept.get(0)).endsWith("\"status\":5}");
    }
}
