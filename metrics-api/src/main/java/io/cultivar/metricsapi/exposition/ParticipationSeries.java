package io.cultivar.metricsapi.exposition;

import static io.cultivar.metricsapi.exposition.ExposedPrograms.OTHER;

import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.result.Count;
import io.cultivar.contract.result.Participation;
import io.cultivar.contract.result.ProgramResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who took part. */
final class ParticipationSeries {

    private ParticipationSeries() {}

    /** Adds the counts; of the other programs their sum, in which a person counts once for each program. */
    static void addTo(Series series, ExposedPrograms programs) {
        addCount(series, TrainingMeters.ELIGIBLE, programs, program -> eligible(program.definition()));
        addCount(
                series,
                TrainingMeters.ENROLLED,
                programs,
                program -> people(participation(program).enrolled()));
        addCount(
                series,
                TrainingMeters.COMPLETED,
                programs,
                program -> people(participation(program).completed()));
        addCount(
                series,
                TrainingMeters.CERTIFIED,
                programs,
                program -> people(participation(program).certificationHeld()));
        addCount(
                series,
                TrainingMeters.CERTIFICATION_ATTEMPTED,
                programs,
                program -> people(participation(program).certificationAttempted()));
        addCount(series, TrainingMeters.LEARNER_TIME, programs, ParticipationSeries::learnerTime);
        programs.named().forEach(program -> series.add(TrainingMeters.LEAD_TIME, leadTime(program), program.program()));
    }

    private static @Nullable BigDecimal learnerTime(ProgramResult program) {
        Participation who = program.participation();
        return who.timed().withheld() == null ? who.learnerTimeSeconds() : null;
    }

    private static @Nullable Double leadTime(ProgramResult program) {
        Participation who = program.participation();
        Double days = who.meanLeadTimeDays();
        return days == null || who.leadTimed().withheld() != null ? null : Figure.seconds(days);
    }

    private static void addCount(
            Series series,
            TrainingMeters meter,
            ExposedPrograms programs,
            Function<ProgramResult, @Nullable BigDecimal> count) {
        programs.named().forEach(program -> series.add(meter, count.apply(program), program.program()));
        series.add(meter, sum(programs.others(), count), OTHER);
    }

    /** The sum of what is there; null where nothing is. */
    static @Nullable BigDecimal sum(
            List<ProgramResult> programs, Function<ProgramResult, @Nullable BigDecimal> amount) {
        return programs.stream()
                .map(amount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static @Nullable BigDecimal eligible(@Nullable ProgramDefined definition) {
        return definition == null || definition.eligible() == null ? null : BigDecimal.valueOf(definition.eligible());
    }

    private static Participation participation(ProgramResult program) {
        return program.participation();
    }

    private static @Nullable BigDecimal people(Count count) {
        return count.employees() == null || count.withheld() != null ? null : BigDecimal.valueOf(count.employees());
    }
}
