package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.EmployeeErased;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventData;
import io.cultivar.contract.event.EventReader;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.evaluation.facts.StoredFact;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the folds make of a set of events, in this process: the pipeline's answer without the pipeline. */
public final class FoldedEvents implements Definitions {

    private record Identity(String source, String id) {}

    private final Map<String, Map<Identity, StoredFact>> stored = new HashMap<>();
    private final Set<String> erased = new HashSet<>();
    private final Map<String, EventData> definitions = new HashMap<>();
    private final Instant asOf;

    private FoldedEvents(Instant asOf) {
        this.asOf = asOf;
    }

    /** Folds events, one a line; lines that no reader accepts are left out, as ingest does. */
    public static FoldedEvents of(Collection<String> lines, Instant asOf) {
        var folded = new FoldedEvents(asOf);
        for (String line : lines) {
            if (EventReader.read(line.getBytes(StandardCharsets.UTF_8)) instanceof Decoded.Accepted accepted) {
                folded.take(accepted.event());
            }
        }
        folded.stored.forEach(folded::learn);
        return folded;
    }

    private void take(Event event) {
        if (event.data() instanceof EmployeeErased) {
            erased.add(event.key());
        }
        stored.computeIfAbsent(event.key(), key -> new HashMap<>())
                .merge(
                        new Identity(event.source(), event.id()),
                        StoredFact.of(event, 0),
                        (standing, incoming) -> standing.merge(incoming.event(), 0));
    }

    private void learn(String key, Map<Identity, StoredFact> facts) {
        Class<? extends EventData> type = key.startsWith("metric/") ? MetricDefined.class : ProgramDefined.class;
        EventData definition = CatalogFold.fold(key, type, facts.values(), asOf).definition();
        if (definition != null) {
            definitions.put(key, definition);
        }
    }

    /** All subjects' contributions added up. */
    public Map<Cell, Sums> sums() {
        var sums = new Contribution.Builder();
        stored.forEach((key, facts) -> sums.replace(Contribution.NONE, contribution(key, facts.values())));
        return sums.build().cells();
    }

    private Contribution contribution(String key, Collection<StoredFact> facts) {
        if (erased.contains(key)) {
            return EmployeeFold.erased().contribution();
        }
        String name = key.substring(key.indexOf('/') + 1);
        return key.startsWith("employee/")
                ? EmployeeFold.fold(facts, this, asOf).contribution()
                : CatalogFold.fold(name, ProgramDefined.class, facts, asOf).contribution();
    }

    @Override
    public @Nullable ProgramDefined program(String program) {
        return (ProgramDefined) definitions.get("program/" + program);
    }

    @Override
    public @Nullable MetricDefined metric(String metric) {
        return (MetricDefined) definitions.get("metric/" + metric);
    }
}
