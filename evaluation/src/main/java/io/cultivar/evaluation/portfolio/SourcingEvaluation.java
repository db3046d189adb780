package io.cultivar.evaluation.portfolio;

import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.SourcingComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In-house or external, within each declared skill area: benefit per person = sum of benefits / sum of measured people on
 * either side, and the difference of the two with its interval. The judged factors of the area stand beside, never in it.
 */
final class SourcingEvaluation {

    private SourcingEvaluation() {}

    /** By skill area. */
    static List<SourcingComparison> of(List<ProgramResult> programs, Overlap overlap) {
        Map<String, Map<Sourcing, List<ProgramResult>>> areas = new TreeMap<>();
        for (ProgramResult program : programs) {
            ProgramDefined definition = program.definition();
            if (definition != null && definition.skillArea() != null) {
                areas.computeIfAbsent(definition.skillArea(), area -> new TreeMap<>())
                        .computeIfAbsent(definition.sourcing(), sourcing -> new ArrayList<>())
                        .add(program);
            }
        }
        return areas.entrySet().stream()
                .map(area -> compare(
                        area.getKey(),
                        new SourcedPrograms(area.getValue().getOrDefault(Sourcing.IN_HOUSE, List.of()), overlap),
                        new SourcedPrograms(area.getValue().getOrDefault(Sourcing.EXTERNAL, List.of()), overlap),
                        overlap))
                .toList();
    }

    private static SourcingComparison compare(
            String area, SourcedPrograms inHouse, SourcedPrograms external, Overlap overlap) {
        Set<String> currencies = new TreeSet<>(inHouse.currencies());
        currencies.addAll(external.currencies());
        boolean oneCurrency = currencies.size() <= 1;
        Set<Reason> reasons = new TreeSet<>();
        if (!oneCurrency) {
            reasons.add(Reason.MIXED_CURRENCIES);
        }
        boolean shared = overlap.among(Stream.concat(inHouse.measuredPrograms(), external.measuredPrograms())
                .collect(Collectors.toSet()));
        var combined = new Combined(shared);
        @Nullable Bounded benefit = null;
        @Nullable Bounded net = null;
        if (oneCurrency && inHouse.isMeasured() && external.isMeasured()) {
            benefit = combined.difference(inHouse.benefitPerPerson(), external.benefitPerPerson());
            net = combined.difference(inHouse.netPerPerson(), external.netPerPerson());
            if (shared) {
                reasons.add(Reason.SHARED_PEOPLE);
            }
        } else if (oneCurrency) {
            reasons.add(Reason.NO_COMPARISON);
        }
        return new SourcingComparison(
                area,
                currencies.size() == 1 ? currencies.iterator().next() : null,
                inHouse.side(oneCurrency),
                external.side(oneCurrency),
                benefit,
                net,
                net == null ? null : Combined.minimumDetectable(net).orElse(null),
                net == null ? Evidence.DESCRIPTIVE : inHouse.evidence().less(external.evidence()),
                List.copyOf(reasons));
    }
}
