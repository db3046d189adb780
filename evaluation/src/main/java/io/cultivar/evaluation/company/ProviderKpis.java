package io.cultivar.evaluation.company;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.result.ProviderKpi;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How providers do against what was agreed: of each figure the latest one, and how often the target was missed. */
final class ProviderKpis {

    private ProviderKpis() {}

    static List<ProviderKpi> of(Map<Cell, Sums> companyCells) {
        Map<String, Map<String, List<Cell.ProviderFigure>>> byProvider = CompanyEvaluation.cells(
                        companyCells, Cell.ProviderFigure.class)
                .collect(Collectors.groupingBy(
                        Cell.ProviderFigure::provider,
                        TreeMap::new,
                        Collectors.groupingBy(Cell.ProviderFigure::kpi, TreeMap::new, Collectors.toList())));
        return byProvider.values().stream()
                .flatMap(byKpi -> byKpi.values().stream())
                .map(ProviderKpis::kpi)
                .toList();
    }

    private static ProviderKpi kpi(List<Cell.ProviderFigure> figures) {
        Cell.ProviderFigure latest = figures.stream()
                .max(Comparator.comparing(Cell.ProviderFigure::time))
                .orElseThrow();
        return new ProviderKpi(
                latest.provider(),
                latest.kpi(),
                latest.time(),
                latest.value(),
                latest.target(),
                latest.better(),
                figures.size(),
                figures.stream().filter(ProviderKpis::isBreach).count());
    }

    /** A figure at its target keeps it. */
    private static boolean isBreach(Cell.ProviderFigure figure) {
        int order = figure.value().compareTo(figure.target());
        return figure.better() == Better.HIGHER ? order < 0 : order > 0;
    }
}
