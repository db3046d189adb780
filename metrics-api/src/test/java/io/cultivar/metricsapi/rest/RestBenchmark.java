package io.cultivar.metricsapi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.metricsapi.ApiUnderTest;
import io.cultivar.metricsapi.published.EarlierPublications;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleSources;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.tables.Dataset;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * How long answers take and how large a snapshot is, with 50 programs of 12 outcomes and 60 months, all that has series of its
 * own at its limits, and what was published before. By its name no part of the tests, because it says something only on a
 * machine that does nothing else: {@code make bench}.
 */
class RestBenchmark {

    private static final int PROGRAMS = 50;
    private static final int OUTCOMES = 12;
    private static final int MONTHS = 60;
    private static final int WARM_UP = 30;
    private static final int MEASURED = 100;
    private static final int FILES_MEASURED = 20;
    private static final long MOST_MS = 100;
    private static final long MOST_SCRAPE_MS = 50;
    private static final long MOST_BYTES = 100L << 20;
    private static final int SERIES = 10_000;
    private static final String SCENARIOS = "[{},{\"unitValueFactor\":0.5,\"costFactor\":2}]";

    /** Files of whole tables, of any size, are made to be saved: how long they take is told, and bound by nothing. */
    private static final List<String> WHOLE = List.of("/v1/exports/trends", "/v1/exports/all.zip");

    /** In every format; with the usual limit of rows. */
    private static final List<Dataset> LARGEST =
            List.of(Dataset.TRENDS, Dataset.EFFECTS, Dataset.STAGGERED, Dataset.CURVE_POINTS, Dataset.ROI);

    private static final List<String> QUESTIONS = List.of(
            "/v1/trends?bucket=quarter",
            "/v1/trends?program=p7&metric=m3",
            "/v1/effects?grade=A,B&lowerAbove=0",
            "/v1/programs/p7",
            "/v1/effects?asOf=2026-03-20",
            "/v1/roi?asOf=2026-04-02T06:00:00Z",
            "/v1/restatements?figure=roi&since=2026-04-01");

    @Test
    void shouldAnswerInTimeAndFitIntoMemory() throws Exception {
        // given
        long before = usedBytes();
        Snapshot snapshot = snapshot();
        long bytes = usedBytes() - before;

        // when
        Map<String, long[]> answers = new TreeMap<>();
        Map<String, long[]> files = new TreeMap<>();
        Map<String, long[]> scrapes = new TreeMap<>();
        String scrape;
        try (ApiUnderTest api = new ApiUnderTest(SampleSources.source(snapshot))) {
            for (String path : paths(api)) {
                answers.put(path, measure(() -> api.get(path)));
            }
            answers.put(
                    "POST " + RestEndpoints.SCENARIOS_PATH,
                    measure(() -> api.post(RestEndpoints.SCENARIOS_PATH, SCENARIOS)));
            for (String path : WHOLE) {
                files.put(path, measure(() -> api.get(path), () -> {}, FILES_MEASURED));
            }
            scrapes.put("/metrics", measure(() -> api.get("/metrics")));
            scrape = api.get("/metrics").body();
        }
        scrapes.put("/metrics at a publication", scrapesAtPublications(snapshot));

        // then
        System.out.printf(Locale.ROOT, "snapshot: %.1f MB of heap%n", bytes / 1e6);
        print(answers, 95);
        print(scrapes, 99);
        System.out.println("whole tables, to be saved:");
        print(files, 95);
        assertThat(snapshot.programs()).hasSize(PROGRAMS);
        assertThat(series(scrape)).as("a scrape can have no more").isEqualTo(SERIES);
        assertThat(bytes).isLessThan(MOST_BYTES);
        assertThat(answers)
                .allSatisfy((path, times) -> assertThat(ms(times, 95)).isLessThan(MOST_MS));
        assertThat(scrapes)
                .allSatisfy((path, times) -> assertThat(ms(times, 99)).isLessThan(MOST_SCRAPE_MS));
    }

    /** Every table, the largest in every format, a page behind the first, and some questions. */
    private static List<String> paths(ApiUnderTest api) throws Exception {
        List<String> paths = new ArrayList<>(QUESTIONS);
        for (Dataset dataset : Dataset.values()) {
            paths.add(dataset.path());
        }
        for (Dataset dataset : LARGEST) {
            paths.add(dataset.path() + ".csv");
            paths.add(dataset.path() + ".ndjson");
        }
        JsonNode first = Json.tree(api.get(Dataset.TRENDS.path()).body().getBytes(StandardCharsets.UTF_8));
        paths.add(first.get("next").textValue());
        return paths;
    }

    private static int series(String scrape) {
        return scrape.lines()
                .filter(line -> line.startsWith("training_metrics_series{"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void print(Map<String, long[]> measured, int percentile) {
        measured.forEach((path, times) -> System.out.printf(
                Locale.ROOT,
                "%-60s p50 %6.1f ms, p%d %6.1f ms%n",
                path.replaceFirst("cursor=.*", "cursor=..."),
                ms(times, 50),
                percentile,
                ms(times, percentile)));
    }

    /** The company, and what was published of it before: the log has no months, curves, roll-outs and feedback. */
    private static Snapshot snapshot() {
        List<ProgramResult> programs = programs();
        List<ProgramResult> logged = programs.stream()
                .map(program -> {
                    ObjectNode entry = Json.shared().valueToTree(program);
                    List.of("trends", "survival", "staggered", "feedback").forEach(entry::putArray);
                    return Json.read(Json.write(entry), ProgramResult.class);
                })
                .toList();
        return remembering(
                SamplePrograms.snapshot(programs),
                SamplePrograms.snapshot(logged).earlier());
    }

    /** The sample's first program again and again, with more metrics and months. */
    private static List<ProgramResult> programs() {
        List<ProgramResult> programs = new ArrayList<>();
        for (int i = 0; i < PROGRAMS; i++) {
            ObjectNode program = Json.shared().valueToTree(SamplePrograms.winner());
            program.put("program", "p" + i);
            ObjectNode effect = (ObjectNode) program.at("/effects/0");
            ObjectNode point = (ObjectNode) program.at("/trends/0");
            ArrayNode effects = program.putArray("effects");
            ArrayNode trends = program.putArray("trends");
            for (int outcome = 0; outcome < OUTCOMES; outcome++) {
                effects.add(effect.deepCopy().put("metric", "m" + outcome).put("primary", outcome == 0));
                for (int month = 0; month < MONTHS; month++) {
                    String from =
                            YearMonth.of(2021, 7).plusMonths(month).atDay(1).toString();
                    for (String arm : List.of("treatment", "control")) {
                        trends.add(point.deepCopy()
                                .put("metric", "m" + outcome)
                                .put("arm", arm)
                                .put("from", from));
                    }
                }
            }
            // Read as it comes from the topic, so that nothing is shared that would not be.
            programs.add(Json.read(Json.write(program), ProgramResult.class));
        }
        return programs;
    }

    /** Scrapes, each at the moment at which a new snapshot comes in on another thread, as it does on the reader's. */
    private static long[] scrapesAtPublications(Snapshot first) throws Exception {
        var shown = new AtomicReference<>(first);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try (ApiUnderTest api = new ApiUnderTest(SampleSources.source(shown::get))) {
            return measure(
                    () -> api.get("/metrics"),
                    () -> reader.execute(() -> {
                        Snapshot newest = copy(first);
                        api.prepare(newest);
                        shown.set(newest);
                    }),
                    MEASURED);
        } finally {
            reader.shutdown();
        }
    }

    /** Another object, so that nothing kept of the first one helps. */
    private static Snapshot copy(Snapshot snapshot) {
        return remembering(snapshot, snapshot.earlier());
    }

    private static Snapshot remembering(Snapshot snapshot, EarlierPublications earlier) {
        return new Snapshot(
                snapshot.programs(),
                snapshot.company(),
                snapshot.portfolio(),
                snapshot.pipeline(),
                snapshot.published(),
                snapshot.received(),
                snapshot.version(),
                earlier);
    }

    /** What is answered, once. */
    private interface Question {
        HttpResponse<String> ask() throws Exception;
    }

    private static long[] measure(Question question) throws Exception {
        return measure(question, () -> {}, MEASURED);
    }

    private static long[] measure(Question question, Runnable meanwhile, int times) throws Exception {
        long[] taken = new long[times];
        for (int i = -times * WARM_UP / MEASURED; i < times; i++) {
            meanwhile.run();
            long start = System.nanoTime();
            HttpResponse<String> answer = question.ask();
            if (i >= 0) {
                taken[i] = System.nanoTime() - start;
            }
            assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(200);
        }
        Arrays.sort(taken);
        return taken;
    }

    private static double ms(long[] sorted, int percentile) {
        return sorted[(int) Math.ceil(sorted.length * percentile / 100.0) - 1] / 1e6;
    }

    /** After garbage was collected, as far as it lets itself be asked to. */
    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
