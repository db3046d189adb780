package io.cultivar.streams;

import io.cultivar.contract.Json;
import io.cultivar.contract.Topics;
import io.cultivar.contract.event.SubjectKind;
import io.cultivar.contract.result.ChangeCause;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Publication;
import io.cultivar.evaluation.disclosure.Disclosure;
import io.cultivar.evaluation.publication.Publications;
import io.cultivar.evaluation.publication.ScopeChanges;
import io.cultivar.evaluation.sums.Cell;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The last stage, and the only way out: what too few people stand behind does not get past it.
 *
 * <p>A result that was published waits until it may be published anew ({@link PublicationGate}); what it then says that the
 * last one did not, and which kinds of input caused it, goes to the log.
 *
 * <p>The portfolio is made of what was published, once a beat and not once a record. How far the pipeline has come is told
 * in the same beat behind it: whoever reads that has the portfolio too.
 */
final class PublicationProcessor implements Processor<String, byte[], String, byte[]> {

    /** The key of what is published about the pipeline itself. */
    static final String PIPELINE = "pipeline";

    private static final String PROGRESS = "progress/";
    private static final String PROGRAM = SubjectKind.PROGRAM.key("");

    /** The names of the nodes behind this one. */
    record Exits(String programs, String company, String pipeline, String log) {}

    /** How far the pipeline had come; it may be told when what had come by then has settled. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Reached(Instant at, Progress progress, byte[] json) {}

    private final PipelineConfig config;
    private final Exits exits;
    private final PipelineMeters meters;
    private final Disclosure disclosure;
    private @Nullable ProcessorContext<String, byte[]> context;
    private @Nullable KeyValueStore<String, byte[]> published;
    private @Nullable KeyValueStore<String, byte[]> heard;
    private @Nullable PublicationGate gate;
    private @Nullable PublishedResults results;
    private @Nullable Reached reached;
    private @Nullable Pulse pulse;

    PublicationProcessor(PipelineConfig config, Exits exits, PipelineMeters meters) {
        this.config = config;
        this.exits = exits;
        this.meters = meters;
        this.disclosure = new Disclosure(config.minimumGroup());
    }

    @Override
    public void init(ProcessorContext<String, byte[]> processorContext) {
        context = processorContext;
        published = processorContext.getStateStore(Stores.PUBLISHED);
        heard = processorContext.getStateStore(Stores.PUBLISHED_PROGRESS);
        gate = new PublicationGate(config, processorContext);
        results = PublishedResults.in(published);
        pulse = new Pulse(processorContext, config.punctuation(), this::publishTogether);
    }

    @Override
    public void process(Record<String, byte[]> input) {
        String key = input.key();
        if (key.startsWith(PROGRAM)) {
            @Nullable ProgramResult exact = program(input.value());
            byte @Nullable [] visible = exact == null ? null : Json.write(disclosure.publish(exact));
            offer(input, visible, exact != null && exact.refolding());
        } else if (key.equals(Cell.COMPANY)) {
            var exact = Json.read(input.value(), CompanyResult.class);
            offer(input, Json.write(disclosure.publish(exact)), false);
        } else {
            Nullness.initialized(heard).put(key, input.value());
        }
        Nullness.initialized(pulse).quicken();
    }

    private void offer(Record<String, byte[]> input, byte @Nullable [] visible, boolean refolding) {
        var doors = Nullness.initialized(gate);
        String key = input.key();
        Map<String, ScopeChanges> changes = ChangesHeader.read(input.headers());
        if (visible == null
                || Arrays.equals(visible, Nullness.initialized(published).get(key))) {
            doors.forget(key);
            release(key, visible, changes, input.timestamp());
        } else {
            var json = new String(visible, StandardCharsets.UTF_8);
            if (doors.offer(key, new HeldResult(now(), now(), refolding, json, changes))) {
                release(key, doors.take(key), input.timestamp());
            }
        }
    }

    private void release(String key, HeldResult result, long timestamp) {
        release(key, result.json().getBytes(StandardCharsets.UTF_8), result.changes(), timestamp);
    }

    private void release(String key, byte @Nullable [] value, Map<String, ScopeChanges> changes, long timestamp) {
        byte @Nullable [] before = Nullness.initialized(published).get(key);
        if (Arrays.equals(value, before)) {
            return;
        }
        PublicationGate.Release release = Nullness.initialized(gate).published(key, changes, now());
        var together = Nullness.initialized(results);
        if (key.startsWith(PROGRAM)) {
            @Nullable ProgramResult now = program(value);
            together.program(key, now);
            put(key, value, timestamp, exits.programs());
            Publications.of(program(before), now, release.causes(), release.at())
                    .ifPresent(entry -> {
                        // What was never published before restates nothing by itself; the portfolio has grown by it.
                        together.changedBy(before == null ? List.of(ChangeCause.NEW_EVENT) : entry.causes());
                        log(key, entry);
                    });
        } else if (value != null) {
            together.company(Json.read(value, CompanyResult.class), release.causes());
            put(key, value, timestamp, exits.company());
        }
    }

    /**
     * One beat: what may be published by now, the portfolio, and behind it how far it reaches; tells whether anything only
     * waits until it has settled.
     */
    private boolean publishTogether(Instant now) {
        var doors = Nullness.initialized(gate);
        var together = Nullness.initialized(results);
        long nowMs = now.toEpochMilli();
        doors.due(now).forEach(key -> release(key, doors.take(key), nowMs));
        if (reached == null || !doors.isSettling(now, now)) {
            Progress slowest = slowest();
            reached = new Reached(now, slowest, Json.write(pipeline(slowest, together.company(), doors.heldBack(now))));
        }
        if (!doors.isSettling(reached.at(), now)) {
            together.changedPortfolio().ifPresent(portfolio -> publishPortfolio(portfolio, nowMs));
            byte @Nullable [] before = Nullness.initialized(published).get(PIPELINE);
            if (!Arrays.equals(reached.json(), before)) {
                put(PIPELINE, reached.json(), nowMs, exits.pipeline());
                measureDelay(before, reached.progress(), now);
            }
            reached = null;
        }
        return doors.isSettling(now, now);
    }

    private void publishPortfolio(PortfolioResult portfolio, long nowMs) {
        byte[] value = Json.write(portfolio);
        byte @Nullable [] before = Nullness.initialized(published).get(Topics.PORTFOLIO);
        if (!Arrays.equals(value, before)) {
            put(Topics.PORTFOLIO, value, nowMs, exits.company());
            @Nullable PortfolioResult last = before == null ? null : Json.read(before, PortfolioResult.class);
            Publications.of(last, portfolio, Nullness.initialized(results).takeCauses(), now())
                    .ifPresent(entry -> log(Topics.PORTFOLIO, entry));
        }
    }

    private void put(String key, byte @Nullable [] value, long timestamp, String exit) {
        Nullness.initialized(published).put(key, value);
        Nullness.initialized(context).forward(new Record<>(key, value, timestamp), exit);
    }

    private void log(String key, Publication entry) {
        Nullness.initialized(context)
                .forward(new Record<>(key, Json.write(entry), entry.at().toEpochMilli()), exits.log());
    }

    private Instant now() {
        return Instant.ofEpochMilli(Nullness.initialized(context).currentSystemTimeMs());
    }

    private static @Nullable ProgramResult program(byte @Nullable [] json) {
        return json == null ? null : Json.read(json, ProgramResult.class);
    }

    /** How long the newest event of each partition that has moved on was on its way. */
    private void measureDelay(byte @Nullable [] before, Progress progress, Instant now) {
        Map<String, Long> told = before == null
                ? Map.of()
                : Json.read(before, PipelineResult.class).processed();
        progress.arrived().forEach((topicPartition, arrived) -> {
            if (progress.processed(topicPartition) > told.getOrDefault(topicPartition, 0L)) {
                meters.published(arrived, now);
            }
        });
    }

    private Progress slowest() {
        List<Progress> tasks = new ArrayList<>();
        try (var all = Ledger.scan(Nullness.initialized(heard), PROGRESS)) {
            all.forEachRemaining(entry -> tasks.add(Json.read(entry.value, Progress.class)));
        }
        return Watermark.slowest(Topics.PUBLISHED_PIPELINE.name(), tasks, config.partitions());
    }

    private PipelineResult pipeline(
            Progress slowest, @Nullable CompanyResult company, PipelineResult.@Nullable HeldBack heldBack) {
        return new PipelineResult(
                config.partitions(),
                slowest.asOf(),
                slowest.processed(),
                slowest.latestEventTime(),
                company == null ? 0 : company.identityConflicts(),
                company == null ? 0 : company.registerConflicts(),
                company == null ? 0 : company.erasedEmployees(),
                heldBack);
    }
}
