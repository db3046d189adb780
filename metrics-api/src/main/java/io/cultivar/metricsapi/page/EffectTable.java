package io.cultivar.metricsapi.page;

import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.result.ArmChange;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.metricsapi.explained.ExplainedEvidence;
import io.cultivar.metricsapi.explained.Plain;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a program did to each of its metrics, the one it is judged by first. */
final class EffectTable {

    private EffectTable() {}

    static void addTo(Html html, ProgramResult program) {
        if (program.effects().isEmpty()) {
            return;
        }
        html.heading("h2", "effects", "What it did")
                .tableHead(
                        "What it did",
                        "Metric",
                        "#Effect against the control",
                        "#95 % interval",
                        "#Trained: before to after",
                        "#Control: before to after",
                        "Evidence",
                        "Decision",
                        "To be read with");
        program.effects().stream()
                .sorted(Comparator.comparing(Effect::primary).reversed().thenComparing(Effect::metric))
                .forEach(effect -> addRow(html, effect));
        html.tableEnd();
    }

    private static void addRow(Html html, Effect effect) {
        Comparison comparison = shown(effect);
        html.markup(comparison != null && isUnproven(effect) ? "<tr class=\"unproven\">" : "<tr>")
                .cell(metric(effect) + (effect.primary() ? " (judged by this)" : ""));
        if (comparison == null) {
            String why = effect.withheld() != null ? PageWords.WITHHELD : "Not estimable.";
            html.markup("<td colspan=\"6\">")
                    .text(why)
                    .markup("</td>")
                    .cell(Plain.sentences(effect.reasons()))
                    .markup("</tr>\n");
            return;
        }
        Estimate estimate = comparison.differenceInDifferences();
        html.number(estimate == null ? "" : signed(estimate.value()))
                .number(estimate == null ? "" : PageWords.interval(bounded(estimate), EffectTable::signed))
                .number(change(comparison.treatment()))
                .number(change(comparison.control()))
                .cell(effect.evidence().grade().id())
                .element("td", "decision", PageWords.decision(effect.decision()))
                .cell(ExplainedEvidence.meaning(effect.evidence().grade()) + " " + provisional(effect)
                        + Plain.sentences(Stream.concat(effect.reasons().stream(), effect.evidence().reasons().stream())
                                .distinct()
                                .toList()))
                .markup("</tr>\n");
    }

    private static boolean isUnproven(Effect effect) {
        return effect.decision() == Decision.NOT_PROVEN_YET;
    }

    /** The numbers that may be shown; null where there are none. */
    static @Nullable Comparison shown(Effect effect) {
        return effect.withheld() == null ? effect.comparison() : null;
    }

    /** What the difference-in-differences on a metric says; empty where there is none to show. */
    static String sentence(ProgramResult program, String metric) {
        return program.effects().stream()
                .filter(effect -> effect.metric().equals(metric))
                .flatMap(EffectTable::sentence)
                .findFirst()
                .orElse("");
    }

    private static Stream<String> sentence(Effect effect) {
        Comparison comparison = shown(effect);
        Estimate estimate = comparison == null ? null : comparison.differenceInDifferences();
        return estimate == null
                ? Stream.empty()
                : Stream.of("the trained changed by %s against the controls (%s)%s"
                        .formatted(
                                signed(estimate.value()),
                                PageWords.bounds(bounded(estimate), EffectTable::signed),
                                isUnproven(effect) ? ", not proven yet" : ""));
    }

    /** The title of a metric with its unit, where it is defined. */
    static String metric(Effect effect) {
        MetricDefined definition = effect.definition();
        return definition == null ? effect.metric() : definition.title() + ", " + definition.unit();
    }

    static String signed(double value) {
        return value > 0 ? "+" + PageWords.number(value) : PageWords.number(value);
    }

    static Bounded bounded(Estimate estimate) {
        return new Bounded(
                estimate.value(),
                estimate.lower(),
                estimate.upper(),
                estimate.alwaysValid() == null
                        ? null
                        : new Interval(
                                estimate.alwaysValid().lower(),
                                estimate.alwaysValid().upper()));
    }

    private static String provisional(Effect effect) {
        return effect.provisional() ? "Provisional: some after-windows are still open. " : "";
    }

    private static String change(@Nullable ArmChange arm) {
        if (arm == null) {
            return "";
        }
        Double before = arm.meanBefore();
        Double after = arm.meanAfter();
        return before == null || after == null
                ? ""
                : PageWords.number(before) + " to " + PageWords.number(after)
                        + (arm.measured() == null ? "" : "\n" + arm.measured() + " people");
    }
}
