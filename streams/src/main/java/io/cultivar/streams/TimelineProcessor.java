package io.cultivar.streams;

import io.cultivar.contract.event.Event;
import io.cultivar.contract.result.ChangeCause;
import io.cultivar.evaluation.facts.NewFacts;
import io.cultivar.evaluation.facts.StoredFact;
import io.cultivar.evaluation.fold.EmployeeFold;
import io.cultivar.evaluation.fold.Folded;
import io.cultivar.evaluation.publication.News;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each employee's facts and what they contribute. Events only mark their employee; at short intervals those marked
 * are folded once, the signed exact differences are added to this partition's sums, and the absolute sums are sent on.
 */
final class TimelineProcessor implements Processor<String, Object, String, Message> {

    private static final Pending REDEFINED = Pending.of(ChangeCause.CHANGED_DEFINITION);

    private final PipelineConfig config;
    private final PipelineMeters meters;
    private @Nullable ProcessorContext<String, Message> context;
    private @Nullable Ledger ledger;
    private @Nullable Sweeps sweeps;
    private @Nullable ReadPosition position;
    private @Nullable LearnedDefinitions definitions;
    private @Nullable Pulse pulse;

    TimelineProcessor(PipelineConfig config, PipelineMeters meters) {
        this.config = config;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Message> processorContext) {
        context = processorContext;
        ledger = new Ledger(processorContext, Stores.TIMELINE);
        sweeps = new Sweeps(processorContext);
        position = new ReadPosition(processorContext, Stores.TIMELINE.progress());
        definitions = new LearnedDefinitions(processorContext.getStateStore(Stores.TIMELINE.definitions()));
        pulse = new Pulse(processorContext, config.punctuation(), this::foldPending);
    }

    @Override
    public void process(Record<String, Object> input) {
        if (input.value() instanceof Event event) {
            var read = Nullness.initialized(position);
            Ledger.Entry entry = Nullness.initialized(ledger).record(input.key(), event, read.round());
            meters.read(event, entry, read.latest(), input.timestamp());
        } else if (input.value() instanceof Message.Definition definition) {
            Nullness.initialized(definitions).learn(definition).forEach(program -> startSweep(program, input));
        } else if (input.value() instanceof Progress progress) {
            Nullness.initialized(position).follow(progress);
        }
        Nullness.initialized(pulse).quicken();
    }

    /** Everybody of the program is folded again, as if its definition had always been so. */
    private void startSweep(String program, Record<String, Object> input) {
        Nullness.initialized(sweeps).start(program);
        send(new Message.Refolding(origin(), program, true), input.timestamp());
    }

    /** One beat: folds what is pending, as much as fits; tells whether anything is left. */
    private boolean foldPending(Instant now) {
        long nowMs = now.toEpochMilli();
        var books = Nullness.initialized(ledger);
        var read = Nullness.initialized(position);
        Instant asOf = config.asOf().at(now);
        if (!asOf.equals(read.asOf())) {
            books.moveAsOf(read.asOf(), asOf);
            read.asOf(asOf);
        }
        var differences = Differences.ofPeople(config.minimumGroup());
        Map<String, Pending> subjects = books.takePending(config.slice());
        subjects.forEach((subject, why) -> fold(subject, why, asOf, differences));
        Optional<String> sweptProgram = sweep(config.slice() - subjects.size(), asOf, differences);
        books.add(differences, origin(), message -> send(message, nowMs));
        read.nextRound();
        sweptProgram
                .map(program -> new Message.Refolding(origin(), program, false))
                .ifPresent(done -> send(done, nowMs));
        Progress progress = read.progress(origin());
        boolean idle =
                !books.hasPending() && Nullness.initialized(sweeps).underway().isEmpty();
        if (idle && read.isNews(progress)) {
            send(progress, nowMs);
        }
        return !idle;
    }

    /** Folds the next people of a redefined program; tells the program when it has come to the end. */
    private Optional<String> sweep(int limit, Instant asOf, Differences differences) {
        var books = Nullness.initialized(ledger);
        var running = Nullness.initialized(sweeps);
        Optional<String> program = running.underway();
        if (program.isEmpty() || limit <= 0) {
            return Optional.empty();
        }
        List<String> subjects = running.next(program.get(), limit);
        subjects.forEach(subject -> fold(subject, books.takePending(subject).and(REDEFINED), asOf, differences));
        return subjects.isEmpty() ? program : Optional.empty();
    }

    private void fold(String subject, Pending why, Instant asOf, Differences differences) {
        var books = Nullness.initialized(ledger);
        List<StoredFact> facts = books.isErased(subject) ? List.of() : books.facts(subject);
        Folded folded = books.isErased(subject)
                ? EmployeeFold.erased()
                : EmployeeFold.fold(facts, Nullness.initialized(definitions), asOf);
        SubjectState before = books.replace(
                subject,
                folded,
                differences,
                () -> NewFacts.of(facts, why.since()).and(News.of(why.causes())));
        Nullness.initialized(sweeps).index(subject, before.programs(), folded.programs());
    }

    private String origin() {
        return "timeline/" + Nullness.initialized(context).taskId().partition();
    }

    private void send(Message message, long nowMs) {
        Nullness.initialized(context).forward(new Record<>(message.key(), message, nowMs));
    }
}
