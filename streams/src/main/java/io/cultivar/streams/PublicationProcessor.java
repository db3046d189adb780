package io.cultivar.streams;

import io.cultivar.contract.Json;
import io.cultivar.contract.Topics;
import io.cultivar.contract.event.SubjectKind;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.disclosure.Disclosure;
import io.cultivar.evaluation.sums.Cell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The last stage, and the only way out: what too few people stand behind does not get past it.
 *
 * <p>The portfolio is made of what was published, once a beat and not once a record. How far the pipeline has come is told
 * in the same beat behind it: whoever reads that has the portfolio too.
 */
final class PublicationProcessor implements Processor<String, byte[], String, byte[]> {

    /** The key of what is published about the pipeline itself. */
    static final String PIPELINE = "pipeline";

    private static final String PROGRESS = "progress/";

    /** The names of the nodes behind this one. */
    record Exits(String programs, String company, String pipeline) {}

    private final PipelineConfig config;
    private final Exits exits;
    private final Disclosure disclosure;
    private @Nullable ProcessorContext<String, byte[]> context;
    private @Nullable KeyValueStore<String, byte[]> published;
    private @Nullable KeyValueStore<String, byte[]> heard;
    private @Nullable PublishedResults results;
    private @Nullable Pulse pulse;

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
        results = PublishedResults.in(published);
        pulse = new Pulse(processorContext, config.punctuation(), this::publishTogether);
    }

    @Override
    public void process(Record<String, byte[]> input) {
        String key = input.key();
        if (key.startsWith(SubjectKind.PROGRAM.key(""))) {
            publishProgram(input);
        } else if (key.equals(Cell.COMPANY)) {
            CompanyResult visible = disclosure.publish(Json.read(input.value(), CompanyResult.class));
            Nullness.initialized(results).company(visible);
            publish(Topics.COMPANY, Json.write(visible), input.timestamp(), exits.company());
        } else {
            Nullness.initialized(heard).put(key, input.value());
        }
        Nullness.initialized(pulse).quicken();
    }

    private void publishProgram(Record<String, byte[]> input) {
        @Nullable
        ProgramResult visible =
                input.value() == null ? null : disclosure.publish(Json.read(input.value(), ProgramResult.class));
        Nullness.initialized(results).program(input.key(), visible);
        publish(input.key(), visible == null ? null : Json.write(visible), input.timestamp(), exits.programs());
    }

    /** One beat: the portfolio, and behind it how far it reaches; nothing is ever left. */
    private boolean publishTogether(Instant now) {
        var together = Nullness.initialized(results);
        long nowMs = now.toEpochMilli();
        together.changedPortfolio()
                .ifPresent(portfolio -> publish(Topics.PORTFOLIO, Json.write(portfolio), nowMs, exits.company()));
        publish(PIPELINE, Json.write(pipeline(together.company())), nowMs, exits.pipeline());
        return false;
    }

    private void publish(String key, byte @Nullable [] value, long timestamp, String exit) {
        var last = Nullness.initialized(published);
        if (!Arrays.equals(value, last.get(key))) {
            last.put(key, value);
            Nullness.initialized(context).forward(new Record<>(key, value, timestamp), exit);
        }
    }

    private PipelineResult pipeline(@Nullable CompanyResult company) {
        List<Progress> tasks = new ArrayList<>();
        try (var all = Ledger.scan(Nullness.initialized(heard), PROGRESS)) {
            all.forEachRemaining(entry -> tasks.add(Json.read(entry.value, Progress.class)));
        }
        Progress slowest = Watermark.slowest(Topics.PUBLISHED_PIPELINE.name(), tasks, config.partitions());
        return new PipelineResult(
                config.partitions(),
                slowest.asOf(),
                slowest.processed(),
                slowest.latestEventTime(),
                company == null ? 0 : company.identityConflicts(),
                company == null ? 0 : company.registerConflicts(),
                company == null ? 0 : company.erasedEmployees());
    }
}
