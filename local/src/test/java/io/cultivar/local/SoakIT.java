package io.cultivar.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.result.Estimate;
import io.cultivar.evaluation.statistics.PairedSums;
import io.cultivar.evaluation.statistics.WelchDifference;
import io.cultivar.evaluation.sums.Sums;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred thousand people in one program, whose window is changed in mid-stream, killed twice (as by kill -9) and
 * started again, in a heap of 1 GB: the answer is exact, and nobody's id is anywhere on disk.
 */
@Tag("soak")
class SoakIT {

    private static final int PEOPLE = 100_000;
    private static final long SEED = 20_251_122;

    /** Part of every employee id, and of nothing else. */
    private static final String MARK = "Qx7emp";

    @TempDir
    private Path directory;

    private record Person(String id, boolean treated, BigDecimal before, BigDecimal early, BigDecimal late) {

        static Person of(int number) {
            var random = new SplittableRandom(SEED + number);
            boolean treated = number % 2 == 0;
            return new Person(
                    MARK + number,
                    treated,
                    BigDecimal.valueOf(random.nextInt(10_000), 2),
                    BigDecimal.valueOf(random.nextInt(10_000), 2),
                    BigDecimal.valueOf(random.nextInt(10_000) + (treated ? 250 : 0), 2));
        }
    }

    @Test
    void shouldBeExact_inASmallHeap_afterBeingKilled() throws IOException, InterruptedException {
        // given
        Path events = writeEvents();
        var random = new SplittableRandom(SEED);

        // when
        for (int kill = 0; kill < 2; kill++) {
            Process process = LocalProcess.start(directory, arguments(events), "-Xmx1g");
            boolean ended = process.waitFor(20_000 + random.nextInt(25_000), TimeUnit.MILLISECONDS);
            System.out.printf("seed %d: killed %s%n", SEED, ended ? "after its end" : "while at work");
            process.destroyForcibly().waitFor();
        }
        Process last = LocalProcess.start(directory, arguments(events), "-Xmx1g");
        assertThat(last.waitFor(15, TimeUnit.MINUTES))
                .as(LocalProcess.log(directory))
                .isTrue();
        assertThat(last.exitValue()).as(LocalProcess.log(directory)).isZero();

        // then
        JsonNode effect =
                Json.tree(Files.readAllBytes(directory.resolve("answer.json"))).at("/programs/0/effects/0/comparison");
        Estimate expected = WelchDifference.of(
                        changes(true).change(), changes(false).change())
                .orElseThrow();
        assertThat(effect.at("/treatment/measured").asInt()).isEqualTo(PEOPLE / 2);
        var found = Json.read(Json.write(effect.get("differenceInDifferences")), Estimate.class);
        assertThat(found.with(null)).isEqualTo(expected);
        assertThat(filesThatNameSomebody()).isEmpty();
    }

    /** What the second definition makes of everybody: the late value is the after-value. */
    private static PairedSums changes(boolean treated) {
        Sums sums = Sums.ofCounts(0, 0, 0, 0, 0, 0);
        for (int number = 0; number < PEOPLE; number++) {
            Person person = Person.of(number);
            if (person.treated() == treated) {
                sums = sums.plus(PairedSums.of(person.before(), person.late()));
            }
        }
        return PairedSums.ofSums(sums);
    }

    private Path writeEvents() throws IOException {
        Path file = directory.resolve("events.ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            write(out, "d1", "program.defined", "2025-01-01", "big", definition("P0D"), "2025-01-01");
            for (int number = 0; number < PEOPLE; number++) {
                Person person = Person.of(number);
                String arm = person.treated() ? "treatment" : "control";
                String id = person.id();
                String hired = LocalDate.of(2020, 1, 1).plusDays(number % 1_000).toString();
                write(out, id + "-e", "employment.started", hired, id, "{\"department\":\"east\"}", hired);
                write(out, id + "-a", "program.assigned", "2025-04-01", id, """
                        {"program":"big","arm":"%s","design":"randomized"}""".formatted(arm), "2025-04-01");
                write(out, id + "-x", "outcome.measured", "2025-03-01", id, value(person.before()), "2025-03-01");
                write(out, id + "-y", "outcome.measured", "2025-05-01", id, value(person.early()), "2025-05-01");
                write(out, id + "-z", "outcome.measured", "2025-08-01", id, value(person.late()), "2025-08-01");
                if (number == PEOPLE / 2) {
                    write(out, "d2", "program.defined", "2025-01-01", "big", definition("P3M"), "2025-06-01");
                }
            }
        }
        return file;
    }

    private static String definition(String lag) {
        return """
                {"title":"Big","sourcing":"in-house","windows":{"before":"P3M","lag":"%s","after":"P2M"},\
                "outcomes":[{"metric":"calls","primary":true}]}""".formatted(lag);
    }

    private static String value(BigDecimal value) {
        return "{\"metric\":\"calls\",\"value\":" + value.toPlainString() + "}";
    }

    private static void write(
            BufferedWriter out, String id, String type, String day, String subject, String data, String recorded)
            throws IOException {
        out.write("""
                {"specversion":"1.0","id":"%s","source":"soak","type":"%s","time":"%sT00:00:00Z","subject":"%s",\
                "recordedtime":"%sT00:00:00Z","data":%s}
                """.formatted(id, type, day, subject, recorded, data));
    }

    private List<String> arguments(Path events) {
        return List.of(
                "evaluate",
                "--events",
                events.toString(),
                "--data-dir",
                directory.resolve("data").toString(),
                "--out",
                directory.resolve("answer.json").toString());
    }

    private List<Path> filesThatNameSomebody() throws IOException {
        try (Stream<Path> all = Files.walk(directory.resolve("data"))) {
            return all.filter(Files::isRegularFile)
                    .filter(SoakIT::namesSomebody)
                    .toList();
        }
    }

    private static boolean namesSomebody(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
