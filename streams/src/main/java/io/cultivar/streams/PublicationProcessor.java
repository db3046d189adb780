package io.cultivar.streams;

import io.cultivar.contract.Json;
import io.cultivar.contract.Topics;
import io.cultivar.contract.event.SubjectKind;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.disclosure.Disclosure;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The last stage, and the only way out: what too few people stand behind does not get past it. */
final class PublicationProcessor implements Processor<String, byte[], String, byte[]> {

    /** The key of what is published about the pipeline itself. */
    static final String PIPELINE = "pipeline";

    private static final String PROGRESS = "progress/";

    /** The names of the nodes behind this one. */
    record Exits(String programs, String pipeline) {}

    private final PipelineConfig config;
    private final Exits exits;
    private final Disclosure disclosure;
    private @Nullable ProcessorContext<String, byte[]> context;
    private @Nullable KeyValueStore<String, byte[]> published;
    private @Nullable KeyValueStore<String, byte[]> heard;

    PublicationProcessor(PipelineConfig config, Exits exits) {
        this.config = config;
        this.exits = exits;
        this.disclosure = new Disclosure(config.minimumGroup());
    }

    @Override
    public void init(ProcessorContext<String, byte[]> processorContext) {
        context = processorContext;
        published = processorContext.getStateStore(Stores.PUBLISHED);
        heard = processorContext.getStateStore(Stores.PUBLISHED_PROGRESS);
    }

    @Override
    public void process(Record<String, byte[]> input) {
        if (input.key().startsWith(SubjectKind.PROGRAM.key(""))) {
            byte @Nullable [] visible = input.value() == null
                    ? null
                    : Json.write(disclosure.publish(Json.read(input.value(), ProgramResult.class)));
            publish(input.withValue(visible), exits.programs());
        } else {
            Nullness.initialized(heard).put(input.key(), input.value());
            publish(input.withKey(PIPELINE).withValue(Json.write(pipeline())), exits.pipeline());
        }
    }

    private void publish(Record<String, byte[]> record, String exit) {
        var last = Nullness.initialized(published);
        if (!Arrays.equals(record.value(), last.get(record.key()))) {
            last.put(record.key(), record.value());
            Nullness.initialized(context).forward(record, exit);
        }
    }

    private PipelineResult pipeline() {
        var store = Nullness.initialized(heard);
        List<Progress> tasks = new ArrayList<>();
        try (var all = Ledger.scan(store, PROGRESS)) {
            all.forEachRemaining(entry -> tasks.add(Json.read(entry.value, Progress.class)));
        }
        Progress slowest = Watermark.slowest(Topics.PUBLISHED_PIPELINE.name(), tasks, config.partitions());
        byte[] known = store.get(Cell.COMPANY);
        Sums quality = known == null ? Sums.ofCounts(0, 0, 0) : Json.read(known, Sums.class);
        return new PipelineResult(
                config.partitions(),
                slowest.asOf(),
                slowest.processed(),
                slowest.latestEventTime(),
                quality.count(0),
                quality.count(1),
                quality.count(2));
    }
}
