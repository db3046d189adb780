package io.cultivar.evaluation.company;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.CompanyResult.SharedPeople;
import io.cultivar.contract.result.SourcingFactor;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** From all sums of the company to its result, exact and with small groups. */
public final class CompanyEvaluation {

    private CompanyEvaluation() {}

    /**
     * The result of the company; without any sums all lists are empty and all counts zero.
     *
     * @param companyCells the sums of scope {@link Cell#COMPANY}
     * @param asOf the instant that the sums were folded for
     */
    public static CompanyResult of(Map<Cell, Sums> companyCells, Instant asOf) {
        Sums quality = companyCells.getOrDefault(new Cell.DataQuality(), Sums.ofCounts(0, 0, 0));
        return new CompanyResult(
                asOf,
                CompanySurvival.of(companyCells, asOf),
                SkillGaps.of(companyCells),
                ProviderKpis.of(companyCells),
                sourcingFactors(companyCells),
                sharedPeople(companyCells),
                SkillGaps.shared(companyCells),
                quality.count(0),
                quality.count(1),
                quality.count(2));
    }

    private static List<SourcingFactor> sourcingFactors(Map<Cell, Sums> companyCells) {
        return cells(companyCells, Cell.SourcingScore.class)
                .map(cell -> new SourcingFactor(
                        cell.skillArea(), cell.sourcing(), cell.factor(), cell.score(), cell.author(), cell.reason()))
                .sorted(Comparator.comparing(SourcingFactor::skillArea)
                        .thenComparing(SourcingFactor::sourcing)
                        .thenComparing(SourcingFactor::factor))
                .toList();
    }

    private static List<SharedPeople> sharedPeople(Map<Cell, Sums> companyCells) {
        return cells(companyCells, Cell.SharedPeople.class)
                .map(cell -> new SharedPeople(
                        cell.one(), cell.other(), at(companyCells, cell).count(0), null))
                .sorted(Comparator.comparing(SharedPeople::one).thenComparing(SharedPeople::other))
                .toList();
    }

    /** The cells of one kind, in no order. */
    static <C extends Cell> Stream<C> cells(Map<Cell, Sums> cells, Class<C> kind) {
        return cells.keySet().stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The sums of a cell that is there. */
    static Sums at(Map<Cell, Sums> cells, Cell cell) {
        return Objects.requireNonNull(cells.get(cell));
    }
}
