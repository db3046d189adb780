package io.cultivar.metricsapi.explained;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.TreatmentStart;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What several tables say about a program. */
public final class ProgramFacts {

    private ProgramFacts() {}

    /** What people call it; null where nobody defined it. */
    public static @Nullable String title(ProgramResult program) {
        ProgramDefined definition = program.definition();
        return definition == null ? null : definition.title();
    }

    /**
     * The design behind the primary effect, else the weakest in which people came to the program; empty without any.
     */
    public static Optional<Design> design(ProgramResult program) {
        return program.effects().stream()
                .filter(Effect::primary)
                .map(Effect::design)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> program.participation().designs().stream().max(Comparator.naturalOrder()));
    }

    /** The periods in which treatment began for enough people. */
    public static Stream<TreatmentStart> starts(ProgramResult program) {
        return program.starts().stream().filter(start -> start.withheld() == null);
    }

    /** First day of the one in which it began for most; empty where there is none, or they are too few. */
    public static Optional<LocalDate> started(ProgramResult program) {
        return starts(program)
                .filter(TreatmentStart::most)
                .map(TreatmentStart::from)
                .findFirst();
    }

    /** Why something about its costs or its return is absent, each reason once. */
    public static List<Reason> moneyReasons(ProgramResult program, Returns returns) {
        return Stream.concat(program.costs().reasons().stream(), returns.reasons().stream())
                .distinct()
                .toList();
    }

    /**
     * What its return is to be read with care for: its own reasons, those of its grade, and those of the effects behind
     * it.
     */
    static List<Reason> caveats(ProgramResult program, Returns returns) {
        return Stream.of(
                        returns.reasons().stream(),
                        returns.evidence().reasons().stream(),
                        program.effects().stream()
                                .filter(effect -> returns.outcomes().contains(effect.metric()))
                                .flatMap(effect -> effect.reasons().stream()))
                .flatMap(reasons -> reasons)
                .distinct()
                .toList();
    }
}
