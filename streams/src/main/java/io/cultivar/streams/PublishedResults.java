package io.cultivar.streams;

import io.cultivar.contract.Json;
import io.cultivar.contract.Topics;
import io.cultivar.contract.event.SubjectKind;
import io.cultivar.contract.result.ChangeCause;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.portfolio.PortfolioEvaluation;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What the portfolio is made of, in memory: the published programs and company, so that hundreds of programs need not be
 * read from the store at every beat. A task that starts reads them once.
 */
final class PublishedResults {

    private final Map<String, ProgramResult> programs = new TreeMap<>();
    private @Nullable CompanyResult company;
    private final Set<ChangeCause> causes = EnumSet.noneOf(ChangeCause.class);
    private boolean changed = true;

    private PublishedResults() {}

    /** What lies in the store of what was last published. */
    static PublishedResults in(KeyValueStore<String, byte[]> published) {
        var results = new PublishedResults();
        try (var all = Ledger.scan(published, SubjectKind.PROGRAM.key(""))) {
            all.forEachRemaining(entry -> results.program(entry.key, Json.read(entry.value, ProgramResult.class)));
        }
        byte[] known = published.get(Topics.COMPANY);
        if (known != null) {
            results.company(Json.read(known, CompanyResult.class));
        }
        return results;
    }

    /** A program was published, or is gone. */
    void program(String key, @Nullable ProgramResult result) {
        if (result == null) {
            programs.remove(key);
        } else {
            programs.put(key, withoutDetails(result));
        }
        changed = true;
    }

    void company(CompanyResult result) {
        company = result;
        changed = true;
    }

    /** The company was published anew, because of input of these kinds; the portfolio only asks it who is shared. */
    void company(CompanyResult result, Set<ChangeCause> kinds) {
        if (company != null && !company.sharedPeople().equals(result.sharedPeople())) {
            changedBy(kinds);
        }
        company(result);
    }

    /** These kinds of input changed something that the portfolio is made of. */
    void changedBy(Collection<ChangeCause> kinds) {
        causes.addAll(kinds);
    }

    /** Which kinds of input did, since this was asked last; a task that starts knows of none. */
    Set<ChangeCause> takeCauses() {
        Set<ChangeCause> taken = EnumSet.copyOf(causes);
        causes.clear();
        return taken;
    }

    @Nullable
    CompanyResult company() {
        return company;
    }

    /** The portfolio, if something it is made of has changed since it was asked for last; empty while nothing is known. */
    Optional<PortfolioResult> changedPortfolio() {
        boolean news = changed;
        changed = false;
        return news ? asOf().map(asOf -> PortfolioEvaluation.of(programs.values(), company, asOf)) : Optional.empty();
    }

    private Optional<Instant> asOf() {
        return Stream.concat(
                        Stream.ofNullable(company).map(CompanyResult::asOf),
                        programs.values().stream().map(ProgramResult::asOf))
                .max(Instant::compareTo);
    }

    /** Only what the portfolio reads: curves and months would fill the memory. */
    private static ProgramResult withoutDetails(ProgramResult result) {
        return new ProgramResult(
                result.program(),
                result.definition(),
                result.asOf(),
                result.refolding(),
                result.participation(),
                List.of(),
                result.effects(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                result.costs(),
                result.returns());
    }
}
