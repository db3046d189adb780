package io.cultivar.metricsapi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeysTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    @TempDir
    private Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("keys"), text);
    }

    @Test
    void shouldKnowWhoseKeyItIs() throws IOException {
        SampleAccess sample = new SampleAccess(directory);

        AccessKeys keys = AccessKeys.read(sample.file());

        assertThat(keys.size()).isEqualTo(4);
        assertThat(keys.find(sample.key("analyst"))).hasValueSatisfying(entry -> {
            assertThat(entry.name()).isEqualTo("the-analyst");
            assertThat(entry.role()).isEqualTo(Role.ANALYST);
        });
        assertThat(keys.find(AccessKeys.fresh(new SecureRandom()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "cultivar_", "cultivar_short", "0123456789abcdef0123456789abcdef"})
    void shouldTakeNothingForAKeyThatSomebodyMayHaveThoughtUp(String chosen) throws IOException {
        // given the hash of a word that somebody chose, not of a key that was made
        AccessKeys keys = AccessKeys.read(file("anna leader " + hash(chosen) + "\n"));

        assertThat(keys.find(chosen)).isEmpty();
    }

    private static String hash(String text) {
        return java.util.HexFormat.of().formatHex(Hash.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "anna leader, 'line 1: not a name, a role and the SHA-256 of a key in 64 digits 0-9a-f, as new-key prints it'",
        "anna leader cultivar_abc, 'line 1: not a name, a role and the SHA-256 of a key'",
        "an/na leader HASH, 'line 1: not a name, a role and the SHA-256 of a key'",
        "anna boss HASH, 'line 1: the role must be one of scrape, leader, analyst, admin'",
        "anna leader HASH;anna admin 1HASH1, 'line 2: this name or this key is there already'",
        "anna leader HASH;bert admin HASH, 'line 2: this name or this key is there already'",
        "# nobody, 'has no key in it'"
    })
    void shouldSayWhichLineIsWrongAndNotRepeatIt(String lines, String message) throws IOException {
        String text = lines.replace(';', '\n')
                .replace("1HASH1", "1" + HASH.substring(1))
                .replace("HASH", HASH);
        Path file = file(text);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessKeys.read(file))
                .withMessageStartingWith("CULTIVAR_ACCESS_FILE ")
                .withMessageContaining(file.toString())
                .withMessageContaining(message)
                .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain(HASH, "cultivar_abc"));
    }

    @Test
    void shouldSayThatThereIsNoSuchFile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessKeys.read(directory.resolve("nothing")))
                .withMessageMatching("CULTIVAR_ACCESS_FILE cannot be read: .*nothing \\(NoSuchFileException\\)");
    }

    @Test
    void shouldMakeAKeyThatTheFileThenKnows() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        NewKeyCommand.run(
                new String[] {"new-key", "anna", "leader"},
                new SecureRandom(),
                new PrintStream(said, true, StandardCharsets.UTF_8));

        String[] lines = said.toString(StandardCharsets.UTF_8).split("\n", -1);
        AccessKeys keys = AccessKeys.read(file(lines[1].replace("line for the file: ", "")));
        assertThat(keys.find(lines[0].replace("key, shown only now: ", ""))).isPresent();
        assertThat(keys.toString()).isEqualTo("AccessKeys[anna]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new-key", "new-key anna", "key anna leader", "new-key anna boss", "new-key an/na leader"})
    void shouldSayHowAKeyIsMade(String arguments) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewKeyCommand.run(arguments.split(" ", -1), new SecureRandom(), System.out))
                .withMessageContaining("new-key")
                .withMessageContaining("role");
    }
}
