package io.cultivar.local;

import io.cultivar.contract.Json;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.company.CompanyEvaluation;
import io.cultivar.evaluation.disclosure.Disclosure;
import io.cultivar.evaluation.portfolio.PortfolioEvaluation;
import io.cultivar.local.EvaluationAnswer.DataQuality;
import io.cultivar.streams.AsOf;
import io.cultivar.streams.StreamsService;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Replays files of events through the same topologies as the services, and answers with every result exactly. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Replays files of events and writes every result as one JSON document, at full precision.",
            "Small groups are in it, marked with the reason why publication would withhold them."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:evaluated", "1:the pipeline failed", "2:unreadable input or wrong options"})
final class EvaluateCommand implements Callable<Integer> {

    private final PrintStream console;
    private final InstantSource clock;
    private final SecureRandom random;

    @Option(
            names = "--events",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = ".ndjson, .jsonl, .json or .csv, each also .gz")
    private List<Path> events = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "facts dated after it do not count; a day (its end in UTC) or an instant;"
                    + " default: the latest time of an accepted event")
    private @Nullable String asOf;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write the answer; default: standard output")
    private @Nullable Path out;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description =
                    "into how many parts the work is divided; does not change the answer; default ${DEFAULT-VALUE}")
    private int partitions = 4;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "keep the data there; the same directory again adds to it; default: a temporary one")
    private @Nullable Path dataDir;

    EvaluateCommand(PrintStream console, InstantSource clock, SecureRandom random) {
        this.console = console;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Integer call() throws IOException {
        @Nullable Instant given = asOf == null ? null : parseAsOf(asOf);
        var directory = dataDir == null ? DataDirectory.temporary() : new DataDirectory(dataDir);
        try (var pipeline = LocalPipeline.start(directory, partitions)) {
            byte[] answer = Json.writePretty(evaluate(pipeline, given)).getBytes(StandardCharsets.UTF_8);
            write(answer);
        } finally {
            if (dataDir == null) {
                directory.delete();
            }
        }
        return 0;
    }

    private EvaluationAnswer evaluate(LocalPipeline pipeline, @Nullable Instant given) {
        FileReplay replay = replay(pipeline);
        Instant instant = given != null ? given : replay.latest().orElse(Instant.EPOCH);
        var disclosure = new Disclosure(Disclosure.LEAST_GROUP);
        try (StreamsService streams = pipeline.startStreams(new AsOf.Fixed(instant), LocalPipeline.Waits.NONE);
                var topics = new ResultTopics(pipeline.bootstrapServers(), pipeline.applicationId())) {
            Map<String, Long> offsets = topics.eventOffsets(partitions);
            long total = offsets.values().stream().mapToLong(Long::longValue).sum();
            var progress = new ConsoleProgress("evaluating, records read", console, clock);
            PipelineResult found =
                    topics.await(offsets, instant, () -> checkAlive(streams), read -> progress.at(read, total));
            ResultTopics.Results results = topics.exact();
            List<ProgramResult> programs =
                    results.programs().stream().map(disclosure::mark).toList();
            CompanyResult company =
                    disclosure.mark(results.company().orElseGet(() -> CompanyEvaluation.of(Map.of(), instant)));
            return new EvaluationAnswer(
                    instant,
                    Disclosure.LEAST_GROUP,
                    new DataQuality(found.identityConflicts(), found.registerConflicts(), found.erasedEmployees()),
                    company,
                    PortfolioEvaluation.of(programs, company, instant),
                    programs,
                    replay.rejected());
        }
    }

    private FileReplay replay(LocalPipeline pipeline) {
        try (var intake = pipeline.intake(random, clock)) {
            var replay = new FileReplay(
                    events -> intake.submit(events, "file"), new ConsoleProgress("events replayed", console, clock));
            events.forEach(replay::replay);
            console.printf(
                    "%,d events accepted, %,d rejected%n",
                    replay.accepted(), replay.rejected().size());
            return replay;
        }
    }

    private static void checkAlive(StreamsService streams) {
        if (streams.hasFailed()) {
            throw new IllegalStateException("the pipeline gave up; what went wrong is written above");
        }
    }

    private void write(byte[] answer) throws IOException {
        if (out == null) {
            System.out.write(answer);
            System.out.println();
            System.out.flush();
        } else {
            Files.write(out, answer);
            console.printf("written to %s%n", out);
        }
    }

    static Instant parseAsOf(String text) {
        try {
            return text.length() > 10 ? Instant.parse(text) : AsOf.endOf(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new UnreadableInputException(
                    "--as-of", "\"" + text + "\" is neither a day such as 2026-03-31 nor an instant in UTC");
        }
    }
}
