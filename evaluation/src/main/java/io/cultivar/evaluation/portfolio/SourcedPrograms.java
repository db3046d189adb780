package io.cultivar.evaluation.portfolio;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Participation;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.SourcingSide;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The programs of one skill area that are either run by the company or bought. */
final class SourcedPrograms {

    private static final Set<CostCategory> HIDDEN =
            Set.of(CostCategory.RECRUITMENT, CostCategory.ONBOARDING, CostCategory.CONTRACT_MANAGEMENT);

    private final List<ProgramResult> programs;
    private final List<MeasuredProgram> measured;
    private final Combined combined;

    SourcedPrograms(List<ProgramResult> programs, Overlap overlap) {
        this.programs = programs;
        this.measured = programs.stream()
                .flatMap(program -> MeasuredProgram.of(program).stream())
                .toList();
        this.combined = new Combined(overlap.among(measuredPrograms().collect(Collectors.toSet())));
    }

    /** Those of all costs and benefits. */
    Set<String> currencies() {
        return programs.stream()
                .flatMap(program -> Stream.of(
                        program.costs().currency(),
                        program.returns().benefit() == null
                                ? null
                                : program.returns().currency()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Whether a benefit of somebody is known. */
    boolean isMeasured() {
        return people() > 0;
    }

    Stream<String> measuredPrograms() {
        return measured.stream().map(MeasuredProgram::program);
    }

    /** Benefit / measured people; there must be some. */
    Bounded benefitPerPerson() {
        return perPerson(program -> program.figures().benefit());
    }

    /** (Benefit - cost) / measured people; there must be some. */
    Bounded netPerPerson() {
        return perPerson(MeasuredProgram::net);
    }

    private Bounded perPerson(Function<MeasuredProgram, Bounded> amount) {
        double people = people();
        return Combined.map(sum(amount), total -> total / people);
    }

    private Bounded sum(Function<MeasuredProgram, Bounded> amount) {
        return combined.sum(measured.stream().map(amount).toList());
    }

    private long people() {
        return measured.stream()
                .mapToLong(program -> program.figures().measured())
                .sum();
    }

    CombinedEvidence evidence() {
        return new CombinedEvidence(measured);
    }

    /** What is shown of them; null where there are none. */
    @Nullable
    SourcingSide side(boolean oneCurrency) {
        if (programs.isEmpty()) {
            return null;
        }
        Long completed = completed();
        BigDecimal cost = oneCurrency ? cost(Costs::total) : null;
        boolean benefits = oneCurrency && isMeasured();
        Bounded measuredCost = sum(MeasuredProgram::boundedCost);
        return new SourcingSide(
                programs.size(),
                completed,
                cost,
                cost == null ? null : cost(SourcedPrograms::hidden),
                cost != null && completed != null && completed > 0
                        ? Double.valueOf(cost.doubleValue() / completed)
                        : null,
                benefits ? benefitPerPerson() : null,
                benefits && measuredCost.value() > 0
                        ? Combined.map(
                                Ratio.of(sum(program -> program.figures().benefit()), measuredCost), ratio -> ratio - 1)
                        : null,
                evidence().evidence(),
                meanLeadTime());
    }

    /** Null where publication withholds one: what is left of the sum must not tell it. */
    private @Nullable Long completed() {
        long sum = 0;
        for (ProgramResult program : programs) {
            Long employees = program.participation().completed().employees();
            if (employees == null) {
                return null;
            }
            sum += employees;
        }
        return sum;
    }

    /** Null where one program's is unknown: a sum without it would look cheap. */
    private @Nullable BigDecimal cost(Function<Costs, @Nullable BigDecimal> amount) {
        BigDecimal sum = BigDecimal.ZERO;
        for (ProgramResult program : programs) {
            BigDecimal part = amount.apply(program.costs());
            if (part == null) {
                return null;
            }
            sum = sum.add(part);
        }
        return sum;
    }

    /** Over all people of whom it is known; those of programs that withhold it are not in it. */
    private @Nullable Double meanLeadTime() {
        double days = 0;
        long people = 0;
        for (ProgramResult program : programs) {
            Participation participation = program.participation();
            Long timed = participation.leadTimed().employees();
            if (timed != null && participation.meanLeadTimeDays() != null) {
                days += timed * participation.meanLeadTimeDays();
                people += timed;
            }
        }
        return people == 0 ? null : Double.valueOf(days / people);
    }

    private static BigDecimal hidden(Costs costs) {
        return costs.byCategory().entrySet().stream()
                .filter(category -> HIDDEN.contains(category.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
