package io.cultivar.streams;

import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventData;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.SubjectKind;
import io.cultivar.evaluation.fold.CatalogFold;
import io.cultivar.evaluation.fold.CatalogFold.FoldedCatalog;
import io.cultivar.evaluation.fold.Folded;
import io.cultivar.evaluation.sums.Contribution;
import java.time.Instant;
import java.util.Collections;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps what is known about programs, metrics and all else that is no employee; tells the definitions and the costs. */
final class CatalogProcessor implements Processor<String, Event, String, Message> {

    private final PipelineConfig config;
    private @Nullable ProcessorContext<String, Message> context;
    private @Nullable Ledger ledger;
    private @Nullable ReadPosition position;
    private @Nullable KeyValueStore<String, Message> definitions;
    private @Nullable Pulse pulse;

    CatalogProcessor(PipelineConfig config) {
        this.config = config;
    }

    @Override
    public void init(ProcessorContext<String, Message> processorContext) {
        context = processorContext;
        ledger = new Ledger(processorContext, Stores.CATALOG);
        position = new ReadPosition(processorContext, Stores.CATALOG.progress());
        definitions = processorContext.getStateStore(Stores.CATALOG.definitions());
        pulse = new Pulse(processorContext, config.punctuation(), this::foldPending);
    }

    @Override
    public void process(Record<String, Event> input) {
        Nullness.initialized(ledger).record(input.key(), input.value());
        Nullness.initialized(pulse).quicken();
    }

    /** One beat: folds what is pending, as much as fits; tells whether anything is left. */
    private boolean foldPending(Instant now) {
        long nowMs = now.toEpochMilli();
        var here = Nullness.initialized(context);
        var books = Nullness.initialized(ledger);
        var read = Nullness.initialized(position);
        Instant asOf = config.asOf().at(now);
        if (!asOf.equals(read.asOf())) {
            books.moveAsOf(read.asOf(), asOf);
            read.asOf(asOf);
        }
        String origin = "catalog/" + here.taskId().partition();
        var differences = new Contribution.Builder();
        for (String subject : books.takePending(config.slice())) {
            fold(subject, asOf, differences, nowMs);
        }
        books.add(differences.build(), origin, message -> send(message, nowMs));
        Progress progress = read.progress(origin);
        boolean idle = !books.hasPending();
        if (idle && read.isNews(progress)) {
            send(progress, nowMs);
        }
        return !idle;
    }

    private void fold(String subject, Instant asOf, Contribution.Builder differences, long nowMs) {
        var books = Nullness.initialized(ledger);
        String name = subject.substring(subject.indexOf('/') + 1);
        boolean isMetric = subject.startsWith(SubjectKind.METRIC.key(""));
        FoldedCatalog folded = CatalogFold.fold(
                name, isMetric ? MetricDefined.class : ProgramDefined.class, books.facts(subject), asOf);
        books.replace(
                subject,
                new Folded(folded.contribution(), Collections.emptyNavigableSet(), folded.changesAt()),
                differences);
        var definition = definition(subject, folded.definition());
        var known = Nullness.initialized(definitions);
        if (definition.isGone() ? known.get(subject) != null : !definition.equals(known.get(subject))) {
            known.put(subject, definition.isGone() ? null : definition);
            send(definition, nowMs);
        }
    }

    private static Message.Definition definition(String subject, @Nullable EventData data) {
        return new Message.Definition(
                subject,
                data instanceof ProgramDefined program ? program : null,
                data instanceof MetricDefined metric ? metric : null);
    }

    private void send(Message message, long nowMs) {
        Nullness.initialized(context).forward(new Record<>(message.key(), message, nowMs));
    }
}
