package io.cultivar.evaluation.company;

import io.cultivar.contract.result.CompanyResult.SharedLevels;
import io.cultivar.contract.result.SkillGap;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far groups are from what their work needs. Of the n people of a group with a level l in a skill of which r is
 * required: mean level = S l / n, mean gap = S max(0, r - l) / n, below = those with l < r. Nobody's level says nothing:
 * people without one are in no mean.
 */
final class SkillGaps {

    private SkillGaps() {}

    /** One gap for each requirement; the means are null where nobody of the group has a level. */
    static List<SkillGap> of(Map<Cell, Sums> companyCells) {
        Map<Cell, List<Cell.SkillLevels>> levels = CompanyEvaluation.cells(companyCells, Cell.SkillLevels.class)
                .collect(Collectors.groupingBy(level -> new Cell.SkillRequirement(level.skill(), level.group())));
        return CompanyEvaluation.cells(companyCells, Cell.SkillRequirement.class)
                .map(required -> gap(required, companyCells, levels.getOrDefault(required, List.of())))
                .sorted(Comparator.comparing(SkillGap::skill).thenComparing(SkillGap::group))
                .toList();
    }

    /** Who stands behind two of the gaps, by skill and groups. */
    static List<SharedLevels> shared(Map<Cell, Sums> companyCells) {
        return CompanyEvaluation.cells(companyCells, Cell.SharedLevels.class)
                .filter(cell -> companyCells.containsKey(new Cell.SkillRequirement(cell.skill(), cell.one()))
                        && companyCells.containsKey(new Cell.SkillRequirement(cell.skill(), cell.other())))
                .map(cell -> new SharedLevels(
                        cell.skill(),
                        cell.one(),
                        cell.other(),
                        CompanyEvaluation.at(companyCells, cell).count(0)))
                .sorted(Comparator.comparing(SharedLevels::skill)
                        .thenComparing(SharedLevels::one)
                        .thenComparing(SharedLevels::other))
                .toList();
    }

    private static SkillGap gap(
            Cell.SkillRequirement requirement, Map<Cell, Sums> companyCells, List<Cell.SkillLevels> levels) {
        BigDecimal required = CompanyEvaluation.at(companyCells, requirement).at(1);
        Function<Cell.SkillLevels, BigDecimal> people =
                level -> CompanyEvaluation.at(companyCells, level).at(0);
        Function<Cell.SkillLevels, BigDecimal> shortOf =
                level -> required.subtract(level.level()).max(BigDecimal.ZERO);
        BigDecimal assessed = sum(levels, people);
        return new SkillGap(
                requirement.skill(),
                requirement.group(),
                required,
                companyCells
                        .getOrDefault(new Cell.GroupMembers(requirement.group()), Sums.ofCounts(0))
                        .count(0),
                assessed.longValueExact(),
                mean(sum(levels, level -> people.apply(level).multiply(level.level())), assessed),
                mean(sum(levels, level -> people.apply(level).multiply(shortOf.apply(level))), assessed),
                sum(levels, level -> shortOf.apply(level).signum() > 0 ? people.apply(level) : BigDecimal.ZERO)
                        .longValueExact(),
                null);
    }

    private static BigDecimal sum(List<Cell.SkillLevels> levels, Function<Cell.SkillLevels, BigDecimal> term) {
        return levels.stream().map(term).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable Double mean(BigDecimal sum, BigDecimal n) {
        return n.signum() == 0
                ? null
                : Double.valueOf(sum.divide(n, MathContext.DECIMAL128).doubleValue());
    }
}
