package io.cultivar.evaluation.portfolio;

import io.cultivar.contract.result.AdjustedP;
import io.cultivar.contract.result.AlwaysValid;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.statistics.BenjaminiHochberg;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One p-value a program, the always-valid one of its primary metric, adjusted for the number of programs. The fixed one is
 * for one look at a declared day; the portfolio is looked at all the time.
 */
final class PrimaryEffects {

    private record RawP(String program, String metric, double p) {}

    private PrimaryEffects() {}

    /** In the order of the programs; those without an always-valid interval of their primary metric are not tested yet. */
    static List<AdjustedP> of(List<ProgramResult> programs) {
        List<RawP> raw = new ArrayList<>();
        for (ProgramResult program : programs) {
            program.effects().stream().filter(Effect::primary).findFirst().ifPresent(effect -> {
                Estimate estimate = effect.differenceInDifferences();
                AlwaysValid sequence = estimate == null ? null : estimate.alwaysValid();
                if (sequence != null) {
                    raw.add(new RawP(program.program(), effect.metric(), sequence.p()));
                }
            });
        }
        List<Double> adjusted =
                BenjaminiHochberg.adjust(raw.stream().map(RawP::p).toList());
        return IntStream.range(0, raw.size())
                .mapToObj(i -> new AdjustedP(
                        raw.get(i).program(), raw.get(i).metric(), raw.get(i).p(), adjusted.get(i)))
                .toList();
    }
}
