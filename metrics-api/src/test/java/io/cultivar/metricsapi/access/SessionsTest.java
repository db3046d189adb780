package io.cultivar.metricsapi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private SampleAccess sample;
    private AccessKeys keys;
    private String cookie;

    @BeforeEach
    void signIn() throws IOException {
        sample = new SampleAccess(directory);
        keys = AccessKeys.read(sample.file());
        cookie = at(NOW).start(keys.named("the-leader").orElseThrow());
    }

    private Sessions at(Instant time) {
        return new Sessions(SECRET, keys, InstantSource.fixed(time));
    }

    @Test
    void shouldBeKnownToEveryReplicaUntilItEnds() {
        Instant end = NOW.plus(Sessions.LENGTH);

        assertThat(at(end.minusSeconds(1)).find(cookie))
                .contains(new Visitor("the-leader", Visitor.Kind.SESSION, Role.LEADER));
        assertThat(at(end).find(cookie)).isEmpty();
    }

    @Test
    void shouldEndWithTheKeyOrItsRole() throws IOException {
        String lines = Files.readString(sample.file());

        keys = AccessKeys.read(Files.writeString(sample.file(), lines.replaceAll("the-leader leader .*\n", "")));
        assertThat(at(NOW).find(cookie)).isEmpty();

        keys = AccessKeys.read(
                Files.writeString(sample.file(), lines.replace("the-leader leader", "the-leader admin")));
        assertThat(at(NOW).find(cookie)).isEmpty();

        keys = AccessKeys.read(Files.writeString(sample.file(), lines));
        assertThat(at(NOW).find(cookie)).isPresent();
    }

    @Test
    void shouldNotBeForged() {
        String[] parts = cookie.split("\\.", -1);
        String admin =
                Base64.getUrlEncoder().withoutPadding().encodeToString("the-admin".getBytes(StandardCharsets.UTF_8));

        assertThat(at(NOW).find(admin + '.' + parts[1] + '.' + parts[2])).isEmpty();
        assertThat(at(NOW).find(parts[0] + ".9" + parts[1] + '.' + parts[2])).isEmpty();
        assertThat(at(NOW).find(parts[0] + '.' + parts[1] + '.')).isEmpty();
        assertThat(new Sessions(new byte[32], keys, InstantSource.fixed(NOW)).find(cookie))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "%%.1.x", "dGhl.99999999999999999999.x", "x"})
    void shouldPassOverWhatIsNone(String cookie) {
        assertThat(at(NOW).find(cookie)).isEmpty();
    }

    @Test
    void shouldNeedASecretThatNobodyGuesses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sessions.secret("c2hvcnQ="))
                .withMessage("CULTIVAR_SESSION_SECRET has 5 bytes; it needs at least 32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sessions.secret("*secret*"))
                .withMessage("CULTIVAR_SESSION_SECRET is not valid base64");
    }
}
