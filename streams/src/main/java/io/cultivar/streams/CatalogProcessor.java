package io.cultivar.streams;

import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventData;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.SubjectKind;
import io.cultivar.evaluation.facts.NewFacts;
import io.cultivar.evaluation.facts.StoredFact;
import io.cultivar.evaluation.fold.CatalogFold;
import io.cultivar.evaluation.fold.CatalogFold.FoldedCatalog;
import io.cultivar.evaluation.fold.Folded;
import io.cultivar.evaluation.publication.News;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps what is known about programs, metrics and all else that is no employee; tells the definitions and the costs. */
final class CatalogProcessor implements Processor<String, Event, String, Message> {

    private final PipelineConfig config;
    private final PipelineMeters meters;
    private @Nullable ProcessorContext<String, Message> context;
    private @Nullable Ledger ledger;
    private @Nullable ReadPosition position;
    private @Nullable KeyValueStore<String, Message> definitions;
    private @Nullable Pulse pulse;

    CatalogProcessor(PipelineConfig config, PipelineMeters meters) {
        this.config = config;
        this.meters = meters;
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
        var read = Nullness.initialized(position);
        Ledger.Entry entry = Nullness.initialized(ledger).record(input.key(), input.value(), read.round());
        meters.read(input.value(), entry, read.latest(), input.timestamp());
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
        var differences = Differences.ofNobody();
        books.takePending(config.slice()).forEach((subject, why) -> fold(subject, why, asOf, differences, nowMs));
        books.add(differences, origin, message -> send(message, nowMs));
        read.nextRound();
        Progress progress = read.progress(origin);
        boolean idle = !books.hasPending();
        if (idle && read.isNews(progress)) {
            send(progress, nowMs);
        }
        return !idle;
    }

    private void fold(String subject, Pending why, Instant asOf, Differences differences, long nowMs) {
        var books = Nullness.initialized(ledger);
        String name = subject.substring(subject.indexOf('/') + 1);
        boolean isMetric = subject.startsWith(SubjectKind.METRIC.key(""));
        List<StoredFact> facts = books.facts(subject);
        FoldedCatalog folded =
                CatalogFold.fold(name, isMetric ? MetricDefined.class : ProgramDefined.class, facts, asOf);
        books.replace(
                subject,
                new Folded(folded.contribution(), Collections.emptyNavigableSet(), folded.changesAt()),
                differences,
                () -> NewFacts.of(facts, why.since()).and(News.of(why.causes())));
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
