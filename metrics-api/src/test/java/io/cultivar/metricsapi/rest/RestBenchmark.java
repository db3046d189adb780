package io.cultivar.metricsapi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.metricsapi.ApiUnderTest;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleSources;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.tables.Dataset;
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
 * How long answers take and how large a snapshot is, with 50 programs of 12 outcomes and 60 months. By its name no part of
 * the tests, because it says something only on a machine that does nothing else: {@code make bench}.
 */
class RestBenchmark {

    private static final int PROGRAMS = 50;
    private static final int OUTCOMES = 12;
    private static final int MONTHS = 60;
    private static final int WARM_UP = 30;
    private static final int MEASURED = 100;
    private static final long MOST_MS = 100;
    private static final long MOST_SCRAPE_MS = 50;
    private static final long MOST_BYTES = 100L << 20;

    @Test
    void shouldAnswerInTimeAndFitIntoMemory() throws Exception {
        // given
        long before = usedBytes();
        Snapshot snapshot = SamplePrograms.snapshot(programs());
        long bytes = usedBytes() - before;

        // when
        Map<String, long[]> tables = new TreeMap<>();
        Map<String, long[]> scrapes = new TreeMap<>();
        try (ApiUnderTest api = new ApiUnderTest(SampleSources.source(snapshot))) {
            for (Dataset dataset : Dataset.values()) {
                tables.put(dataset.path(), measure(api, dataset.path()));
            }
            for (String path : List.of(
                    "/v1/trends?bucket=quarter",
                    "/v1/trends?program=p7&metric=m3",
                    "/v1/effects?grade=A,B&lowerAbove=0")) {
                tables.put(path, measure(api, path));
            }
            scrapes.put("/metrics", measure(api, "/metrics"));
        }
        scrapes.put("/metrics at a publication", scrapesAtPublications(snapshot));

        // then
        System.out.printf(Locale.ROOT, "snapshot: %.1f MB of heap%n", bytes / 1e6);
        tables.forEach((path, times) -> System.out.printf(
                Locale.ROOT, "%-40s p50 %6.1f ms, p95 %6.1f ms%n", path, ms(times, 50), ms(times, 95)));
        scrapes.forEach((path, times) -> System.out.printf(
                Locale.ROOT, "%-40s p50 %6.1f ms, p99 %6.1f ms%n", path, ms(times, 50), ms(times, 99)));
        assertThat(snapshot.programs()).hasSize(PROGRAMS);
        assertThat(bytes).isLessThan(MOST_BYTES);
        assertThat(tables).allSatisfy((path, times) -> assertThat(ms(times, 95)).isLessThan(MOST_MS));
        assertThat(scrapes)
                .allSatisfy((path, times) -> assertThat(ms(times, 99)).isLessThan(MOST_SCRAPE_MS));
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
                    api,
                    "/metrics",
                    () -> reader.execute(() -> {
                        Snapshot newest = copy(first);
                        api.prepare(newest);
                        shown.set(newest);
                    }));
        } finally {
            reader.shutdown();
        }
    }

    /** Another object, so that nothing kept of the first one helps. */
    private static Snapshot copy(Snapshot snapshot) {
        return new Snapshot(
                snapshot.programs(),
                snapshot.company(),
                snapshot.portfolio(),
                snapshot.pipeline(),
                snapshot.published(),
                snapshot.received(),
                snapshot.version(),
                snapshot.earlier());
    }

    private static long[] measure(ApiUnderTest api, String path) throws Exception {
        return measure(api, path, () -> {});
    }

    private static long[] measure(ApiUnderTest api, String path, Runnable meanwhile) throws Exception {
        long[] times = new long[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            meanwhile.run();
            long start = System.nanoTime();
            assertThat(api.get(path).statusCode()).as(path).isEqualTo(200);
            if (i >= 0) {
                times[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        return times;
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
