package io.cultivar.streams;

import io.cultivar.contract.Json;
import io.cultivar.contract.event.SubjectKind;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.company.CompanyEvaluation;
import io.cultivar.evaluation.program.ProgramEvaluation;
import io.cultivar.evaluation.publication.ScopeChanges;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last partial sums of every partition, adds them up per cell, and evaluates each program that changed, and
 * the company. Sends one record for each, so that no reader ever sees half of it.
 */
final class EvaluationProcessor implements Processor<String, Message, String, byte[]> {

    /** So many decimals take as long to read as the name of a cell. */
    private static final int PLACES_PER_ROW = 32;

    private final PipelineConfig config;
    private final Backlog backlog = new Backlog();
    private @Nullable ProcessorContext<String, byte[]> context;
    private @Nullable KeyValueStore<String, Sums> partials;
    private @Nullable KeyValueStore<String, Message> definitions;
    private @Nullable KeyValueStore<String, String> pending;
    private @Nullable KeyValueStore<String, String> refolding;
    private @Nullable KeyValueStore<String, Message> changes;
    private @Nullable KeyValueStore<String, Message> progresses;
    private @Nullable KeyValueStore<String, byte[]> results;
    private @Nullable ReadPosition position;
    private @Nullable Pulse pulse;

    EvaluationProcessor(PipelineConfig config) {
        this.config = config;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> processorContext) {
        context = processorContext;
        partials = processorContext.getStateStore(Stores.PARTIALS);
        definitions = processorContext.getStateStore(Stores.EVALUATION_DEFINITIONS);
        pending = processorContext.getStateStore(Stores.EVALUATION_PENDING);
        refolding = processorContext.getStateStore(Stores.REFOLDING);
        changes = processorContext.getStateStore(Stores.EVALUATION_CHANGES);
        progresses = processorContext.getStateStore(Stores.EVALUATION_PROGRESS);
        results = processorContext.getStateStore(Stores.RESULTS);
        position = new ReadPosition(processorContext, Stores.EVALUATION_POSITION);
        pulse = new Pulse(processorContext, config.punctuation(), this::evaluatePending);
    }

    @Override
    public void process(Record<String, Message> input) {
        Message message = input.value() == null ? Message.PartialSums.gone(input.key()) : input.value();
        if (message instanceof Message.PartialSums partial) {
            String key = partial.scope() + "\n" + CellKey.of(partial.cell()) + "\n" + partial.origin();
            Nullness.initialized(partials).put(key, partial.sums());
            markPending(partial.scope());
            backlog.arrived();
        } else if (message instanceof Message.Definition definition) {
            learn(definition);
        } else if (message instanceof Message.Changes change) {
            Nullness.initialized(changes).put(change.scope() + "\n" + change.origin(), change);
        } else if (message instanceof Message.Refolding change) {
            Nullness.initialized(refolding).put(change.scope() + "\n" + change.origin(), change.underway() ? "" : null);
            markPending(change.scope());
        } else if (message instanceof Progress progress) {
            Nullness.initialized(progresses).put(progress.origin(), progress);
        }
        Nullness.initialized(pulse).quicken();
    }

    private void markPending(String scope) {
        Nullness.initialized(pending).put(scope, "");
    }

    private void learn(Message.Definition definition) {
        Nullness.initialized(definitions).put(definition.subject(), definition.isGone() ? null : definition);
        if (!definition.subject().startsWith(SubjectKind.PROGRAM.key(""))) {
            markAllPending();
        } else if (isHere(definition.subject())) {
            markPending(definition.subject());
        }
    }

    /** Every task learns every definition, but evaluates only the programs whose sums come to it. */
    private boolean isHere(String scope) {
        return ByScope.partition(scope, config.partitions())
                == Nullness.initialized(context).taskId().partition();
    }

    private void markAllPending() {
        if (isHere(Cell.COMPANY)) {
            // Without a single sum, too: that nobody is shared between programs is worth knowing.
            markPending(Cell.COMPANY);
        }
        try (var all = Nullness.initialized(definitions).all()) {
            while (all.hasNext()) {
                String subject = all.next().key;
                if (subject.startsWith(SubjectKind.PROGRAM.key("")) && isHere(subject)) {
                    markPending(subject);
                }
            }
        }
        try (var all = Nullness.initialized(results).all()) {
            all.forEachRemaining(entry -> markPending(entry.key));
        }
    }

    /** One beat: evaluates what changed and is due; tells how far it has come only when nothing is left. */
    private boolean evaluatePending(Instant now) {
        long nowMs = now.toEpochMilli();
        var read = Nullness.initialized(position);
        Instant asOf = config.asOf().at(now);
        if (!asOf.equals(read.asOf())) {
            read.asOf(asOf);
            markAllPending();
        }
        List<String> scopes = new ArrayList<>();
        try (var all = Nullness.initialized(pending).all()) {
            all.forEachRemaining(entry -> scopes.add(entry.key));
        }
        List<String> due = backlog.due(scopes);
        int evaluated = 0;
        for (String scope : due) {
            Optional<Map<String, ScopeChanges>> changed = changesOf(scope);
            if (changed.isPresent()) {
                Nullness.initialized(pending).delete(scope);
                evaluate(scope, changed.get(), asOf, nowMs);
                evaluated++;
            }
        }
        boolean idle = evaluated == scopes.size();
        if (idle) {
            tellProgress(asOf, nowMs);
        }
        return !idle;
    }

    private void evaluate(String scope, Map<String, ScopeChanges> changed, Instant asOf, long nowMs) {
        Map<Cell, Sums> cells = cells(scope);
        if (scope.equals(Cell.COMPANY)) {
            sendIfNew(scope, Json.write(CompanyEvaluation.of(cells, asOf)), changed, nowMs);
            return;
        }
        String program = scope.substring(SubjectKind.PROGRAM.key("").length());
        boolean underway;
        try (var running = Ledger.scan(Nullness.initialized(refolding), scope + "\n")) {
            underway = running.hasNext();
        }
        Optional<ProgramResult> result = ProgramEvaluation.of(
                program, new LearnedDefinitions(Nullness.initialized(definitions)), cells, asOf, underway);
        sendIfNew(scope, result.map(Json::write).orElse(null), changed, nowMs);
    }

    private Map<Cell, Sums> cells(String scope) {
        Map<Cell, Sums> cells = new HashMap<>();
        int rows = 0;
        try (var all = Ledger.scan(Nullness.initialized(partials), scope + "\n")) {
            while (all.hasNext()) {
                var partial = all.next();
                rows += 1 + partial.value.places().size() / PLACES_PER_ROW;
                String cell = partial.key.substring(scope.length() + 1, partial.key.lastIndexOf('\n'));
                cells.merge(CellKey.parse(cell), partial.value, Sums::plus);
            }
        }
        backlog.evaluated(scope, rows);
        cells.values().removeIf(Sums::isZero);
        return cells;
    }

    private void sendIfNew(String key, byte @Nullable [] value, Map<String, ScopeChanges> changed, long nowMs) {
        var sent = Nullness.initialized(results);
        if (!Arrays.equals(value, sent.get(key))) {
            sent.put(key, value);
            var headers = ChangesHeader.of(changed);
            Nullness.initialized(context).forward(new Record<>(key, value, nowMs, headers));
        }
    }

    /** What changed a scope, by origin; empty while some of an origin's sums have come and some have not. */
    private Optional<Map<String, ScopeChanges>> changesOf(String scope) {
        Map<String, ScopeChanges> found = new HashMap<>();
        try (var all = Ledger.scan(Nullness.initialized(changes), scope + "\n")) {
            while (all.hasNext()) {
                if (all.next().value instanceof Message.Changes told) {
                    if (told.changes() == null) {
                        return Optional.empty();
                    }
                    found.put(told.origin(), told.changes());
                }
            }
        }
        return Optional.of(found);
    }

    private void tellProgress(Instant asOf, long nowMs) {
        Map<String, Progress> origins = new HashMap<>();
        try (var all = Nullness.initialized(progresses).all()) {
            all.forEachRemaining(entry -> origins.put(entry.key, (Progress) entry.value));
        }
        String origin = "evaluation/" + Nullness.initialized(context).taskId().partition();
        Progress together = Watermark.of(origin, asOf, origins, config.partitions());
        if (Nullness.initialized(position).isNews(together)) {
            Nullness.initialized(context).forward(new Record<>(together.key(), Json.write(together), nowMs));
        }
    }
}
