package io.cultivar.metricsapi.published;

import io.cultivar.contract.result.AdjustedP;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Publication;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was published, at one moment: each request and each scrape is answered from one of these, so that no
 * answer mixes two states.
 *
 * @param programs one for each program, by id
 * @param company what is known beyond single programs; null where nothing was published about it
 * @param portfolio what is known across programs; null where nothing was published about it
 * @param pipeline what the pipeline knows about its own input; null where it has not said anything
 * @param published when the newest of it was published; null where nothing was
 * @param received when this replica read the newest of it
 * @param version digest of the content: replicas that show the same have the same
 * @param earlier what was published before
 */
public record Snapshot(
        List<ProgramResult> programs,
        @Nullable CompanyResult company,
        @Nullable PortfolioResult portfolio,
        @Nullable PipelineResult pipeline,
        @Nullable Instant published,
        Instant received,
        String version,
        EarlierPublications earlier) {

    public Snapshot {
        programs = programs.stream()
                .sorted(Comparator.comparing(ProgramResult::program))
                .toList();
    }

    /** One that remembers nothing earlier. */
    public Snapshot(
            List<ProgramResult> programs,
            @Nullable CompanyResult company,
            @Nullable PortfolioResult portfolio,
            @Nullable PipelineResult pipeline,
            @Nullable Instant published,
            Instant received,
            String version) {
        this(programs, company, portfolio, pipeline, published, received, version, EarlierPublications.NONE);
    }

    /** The figures that changed, oldest first, as far as they may be told now. */
    public Stream<RestatementRow> restatements() {
        Map<String, WithheldNow> withheld = withheld();
        return earlier.changes().stream().map(row -> {
            WithheldNow now = row.program() == null ? null : withheld.get(row.program());
            return now == null ? row : row.covered(now);
        });
    }

    private Map<String, WithheldNow> withheld() {
        return programs.stream().collect(Collectors.toMap(ProgramResult::program, WithheldNow::of));
    }

    /**
     * What was published then, as far as it is remembered: nothing of the company, of feedback, of curves and of months; and
     * nothing of what is withheld now. Empty where nothing of it is.
     */
    public Optional<Snapshot> at(Instant then) {
        return earlier.at(then).map(this::of);
    }

    private Snapshot of(Map<String, Publication> standing) {
        Map<String, WithheldNow> withheld = withheld();
        List<ProgramResult> known = standing.values().stream()
                .flatMap(entry -> Stream.ofNullable(entry.program()))
                .map(then -> {
                    WithheldNow now = withheld.get(then.program());
                    return now == null ? then : now.cover(then);
                })
                .toList();
        PortfolioResult together = standing.values().stream()
                .flatMap(entry -> Stream.ofNullable(entry.portfolio()))
                .findFirst()
                .orElse(null);
        Instant newest = standing.values().stream()
                .map(Publication::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Digest digest = new Digest();
        standing.forEach((key, entry) -> digest.add(key).add(entry.at().toString()));
        // The same time answers otherwise when more, or less, is withheld.
        known.forEach(program -> {
            WithheldNow now = withheld.get(program.program());
            if (now != null) {
                digest.add(program.program()).add(now.text());
            }
        });
        return new Snapshot(known, null, together, null, newest, received, digest.text(), earlier);
    }

    /** The program with this id, or empty where nothing was published about it. */
    public Optional<ProgramResult> program(String id) {
        return programs.stream().filter(program -> program.program().equals(id)).findFirst();
    }

    /** Some of what is known about the company; nothing where nothing was published about it. */
    public <T> Stream<T> company(Function<CompanyResult, List<T>> part) {
        return Stream.ofNullable(company).flatMap(known -> part.apply(known).stream());
    }

    /** Some of what is known across programs; nothing where nothing was published about it. */
    public <T> Stream<T> portfolio(Function<PortfolioResult, List<T>> part) {
        return Stream.ofNullable(portfolio).flatMap(known -> part.apply(known).stream());
    }

    /** All programs of one currency together; empty where nothing was published about it. */
    public Optional<PortfolioTotal> total(String currency) {
        return portfolio(PortfolioResult::totals)
                .filter(total -> total.currency().equals(currency))
                .findFirst();
    }

    /** The p-value of this effect among those of all programs; empty where it is not primary, or is withheld. */
    public Optional<AdjustedP> adjustedP(ProgramResult program, Effect effect) {
        return portfolio(PortfolioResult::primaryEffects)
                .filter(p -> effect.withheld() == null)
                .filter(p -> p.program().equals(program.program()) && p.metric().equals(effect.metric()))
                .findFirst();
    }

    /**
     * The as-of of all results, which only the pipeline knows: where it has not said anything, the latest of the
     * programs. Null where nothing is published, and while a new one is being applied.
     */
    @Nullable
    public Instant asOf() {
        if (pipeline != null) {
            return pipeline.asOf();
        }
        return programs.stream()
                .map(ProgramResult::asOf)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
