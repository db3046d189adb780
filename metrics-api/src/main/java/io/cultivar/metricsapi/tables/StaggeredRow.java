package io.cultivar.metricsapi.tables;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cultivar.contract.Term;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.AggregateEffect;
import io.cultivar.contract.result.ComparisonGroup;
import io.cultivar.contract.result.FTest;
import io.cultivar.contract.result.GroupTimeEffect;
import io.cultivar.contract.result.LargeSample;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.StaggeredEffect;
import io.cultivar.contract.result.Withheld;
import io.cultivar.metricsapi.explained.ExplainedEvidence;
import io.cultivar.metricsapi.explained.ExplainedReason;
import io.cultivar.metricsapi.explained.ProgramFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One effect of a staggered roll-out; the meaning of each figure is that of {@link StaggeredEffect}.
 *
 * @param kind which effect: {@code simple} is over all and carries what is known about the whole roll-out,
 *     {@code dynamic}, {@code group} and {@code calendar} are the other aggregates, {@code group-time} is one ATT(g, t)
 * @param start first day of the period in which their turn came
 * @param period first day of the period of the effect
 * @param elapsed periods since the turn came
 * @param treated people behind the effect; of an aggregate, those measured in every period
 * @param controls people compared with; of an aggregate, those of the smallest comparison group in it
 * @param rollout what is known about the whole; null but for {@code simple}
 */
record StaggeredRow(
        String program,
        @Nullable String title,
        String metric,
        ComparisonGroup comparisonGroup,
        Kind kind,
        @Nullable LocalDate start,
        @Nullable LocalDate period,
        @Nullable Integer elapsed,
        @Nullable Long treated,
        @Nullable Long controls,
        @Nullable LargeSample effect,
        @JsonUnwrapped @Nullable Rollout rollout,
        @Nullable Withheld withheld) {

    /** Which effect a row is. */
    enum Kind implements Term {
        SIMPLE("simple"),
        DYNAMIC("dynamic"),
        GROUP("group"),
        CALENDAR("calendar"),
        GROUP_TIME("group-time");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    /** What is known about the whole roll-out. */
    record Rollout(
            @Nullable Design design,
            LocalDate firstPeriod,
            LocalDate lastPeriod,
            @Nullable Long complete,
            @Nullable Long leftOut,
            @Nullable Double minimumDetectable,
            @Nullable FTest preTrend,
            @Nullable ExplainedEvidence evidence,
            List<ExplainedReason> reasons) {}

    /** The simple effect first, then the other aggregates, then each group-time effect. */
    static Stream<StaggeredRow> all(ProgramResult program, StaggeredEffect staggered) {
        return Stream.of(
                        Stream.of(simple(program, staggered)),
                        aggregates(program, staggered, Kind.DYNAMIC, staggered.dynamic()),
                        aggregates(program, staggered, Kind.GROUP, staggered.group()),
                        aggregates(program, staggered, Kind.CALENDAR, staggered.calendar()),
                        staggered.groupTimes().stream().map(effect -> groupTime(program, staggered, effect)))
                .flatMap(rows -> rows);
    }

    private static StaggeredRow simple(ProgramResult program, StaggeredEffect staggered) {
        Rollout rollout = new Rollout(
                staggered.design(),
                staggered.firstPeriod(),
                staggered.lastPeriod(),
                staggered.complete(),
                staggered.leftOut(),
                staggered.minimumDetectable(),
                staggered.preTrend(),
                ExplainedEvidence.of(staggered.evidence(), staggered.withheld()),
                ExplainedReason.all(staggered.reasons()));
        return new StaggeredRow(
                program.program(),
                ProgramFacts.title(program),
                staggered.metric(),
                staggered.comparisonGroup(),
                Kind.SIMPLE,
                null,
                null,
                null,
                staggered.treated(),
                staggered.controls(),
                staggered.simple(),
                rollout,
                staggered.withheld());
    }

    private static Stream<StaggeredRow> aggregates(
            ProgramResult program, StaggeredEffect staggered, Kind kind, List<AggregateEffect> effects) {
        return effects.stream()
                .map(aggregate -> new StaggeredRow(
                        program.program(),
                        ProgramFacts.title(program),
                        staggered.metric(),
                        staggered.comparisonGroup(),
                        kind,
                        aggregate.start(),
                        aggregate.period(),
                        aggregate.elapsed(),
                        aggregate.treated(),
                        aggregate.controls(),
                        aggregate.effect(),
                        null,
                        aggregate.withheld()));
    }

    private static StaggeredRow groupTime(ProgramResult program, StaggeredEffect staggered, GroupTimeEffect cell) {
        return new StaggeredRow(
                program.program(),
                ProgramFacts.title(program),
                staggered.metric(),
                staggered.comparisonGroup(),
                Kind.GROUP_TIME,
                cell.start(),
                cell.period(),
                null,
                cell.treated(),
                cell.controls(),
                cell.effect(),
                null,
                cell.withheld());
    }
}
