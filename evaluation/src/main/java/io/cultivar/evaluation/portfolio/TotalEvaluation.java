package io.cultivar.evaluation.portfolio;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.ReturnsBasis;
import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * All programs of a currency together: benefit = sum of the measured programs' benefits, net = sum of benefit - cost, BCR =
 * benefit / cost of those measured, ROI = BCR - 1, P(net &gt; 0) from a normal distribution whose standard error is the half
 * fixed interval over z(.975). Winners are not picked: every program with a cost counts in the spend.
 */
final class TotalEvaluation {

    private TotalEvaluation() {}

    /** By currency; programs are in the order of their ids. */
    static List<PortfolioTotal> of(List<ProgramResult> programs, Overlap overlap) {
        NavigableSet<String> currencies = new TreeSet<>();
        programs.forEach(program -> currencies(program).forEach(currencies::add));
        return currencies.stream()
                .map(currency -> total(
                        currency,
                        programs.stream()
                                .filter(program -> currencies(program).anyMatch(currency::equals))
                                .toList(),
                        overlap))
                .toList();
    }

    private static Stream<String> currencies(ProgramResult program) {
        return Stream.of(
                        program.costs().total() == null ? null : program.costs().currency(),
                        program.returns().benefit() == null
                                ? null
                                : program.returns().currency())
                .filter(Objects::nonNull);
    }

    private static PortfolioTotal total(String currency, List<ProgramResult> programs, Overlap overlap) {
        List<MeasuredProgram> measured = programs.stream()
                .flatMap(program -> MeasuredProgram.of(program).stream())
                .toList();
        boolean shared =
                overlap.among(measured.stream().map(MeasuredProgram::program).collect(Collectors.toSet()));
        var combined = new Combined(shared);
        var evidence = new CombinedEvidence(measured);
        BigDecimal cost = sum(programs.stream()
                .filter(program -> currency.equals(program.costs().currency()))
                .flatMap(program -> Stream.ofNullable(program.costs().total())));
        BigDecimal measuredCost = sum(measured.stream().map(MeasuredProgram::cost));
        Set<Reason> reasons = new TreeSet<>();
        addReasons(programs, measured, shared, reasons);
        @Nullable Bounded benefit = null;
        @Nullable Bounded net = null;
        @Nullable Bounded ratio = null;
        if (!measured.isEmpty()) {
            benefit = combined.sum(measured.stream()
                    .map(program -> program.figures().benefit())
                    .toList());
            net = combined.sum(measured.stream().map(MeasuredProgram::net).toList());
            Bounded uncertainCost = combined.sum(
                    measured.stream().map(MeasuredProgram::boundedCost).toList());
            ratio = ratio(benefit, uncertainCost, measuredCost, reasons);
            if (benefit.alwaysValid() == null) {
                reasons.add(Reason.TOO_FEW_OR_SKEWED);
            }
        }
        return new PortfolioTotal(
                currency,
                programs.size(),
                measured.size(),
                measured.stream().filter(TotalEvaluation::isProven).count(),
                cost,
                measuredCost,
                cost.signum() > 0 ? Double.valueOf(measuredCost.doubleValue() / cost.doubleValue()) : null,
                benefit,
                net,
                ratio == null ? null : Combined.map(ratio, value -> value - 1),
                ratio,
                net == null ? null : probabilityPositive(net),
                shared,
                net == null ? null : Combined.minimumDetectable(net).orElse(null),
                evidence.evidence(shared),
                evidence.weakest(),
                List.copyOf(reasons));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable Bounded ratio(Bounded benefit, Bounded cost, BigDecimal exact, Set<Reason> reasons) {
        if (exact.signum() <= 0) {
            reasons.add(Reason.COST_NOT_POSITIVE);
            return null;
        }
        Bounded ratio = Ratio.of(benefit, cost);
        if (ratio.lower() == null && benefit.lower() != null) {
            reasons.add(Reason.UNBOUNDED);
        }
        return ratio;
    }

    /** The decision is by the interval of the net benefit and by the grade. */
    private static boolean isProven(MeasuredProgram program) {
        return program.result().returns().decision() == Decision.EXPAND;
    }

    private static @Nullable Double probabilityPositive(Bounded net) {
        return Combined.standardError(net)
                .map(standardError ->
                        NormalDistribution.of(net.value(), standardError).survivalProbability(0))
                .orElse(null);
    }

    private static void addReasons(
            List<ProgramResult> programs, List<MeasuredProgram> measured, boolean shared, Set<Reason> reasons) {
        if (shared) {
            reasons.add(Reason.SHARED_PEOPLE);
        }
        if (measured.stream()
                .anyMatch(program -> program.result().returns().basis() == ReturnsBasis.ISOLATION_ESTIMATE)) {
            reasons.add(Reason.ISOLATION_ESTIMATE);
        }
        for (ProgramResult program : programs) {
            if (measured.isEmpty()) {
                reasons.addAll(program.returns().reasons());
            } else if (program.returns().benefit() != null
                    && MeasuredProgram.of(program).isEmpty()) {
                reasons.addAll(program.costs().reasons());
            }
        }
    }
}
