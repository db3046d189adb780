package io.cultivar.evaluation.portfolio;

import io.cultivar.contract.result.AdjustedP;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.statistics.BenjaminiHochberg;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One p-value a program, that of its primary metric, adjusted for the number of programs. */
final class PrimaryEffects {

    private record RawP(String program, String metric, double p) {}

    private PrimaryEffects() {}

    /** In the order of the programs; those without an estimate of their primary metric were not tested. */
    static List<AdjustedP> of(List<ProgramResult> programs) {
        List<RawP> raw = new ArrayList<>();
        for (ProgramResult program : programs) {
            program.effects().stream().filter(Effect::primary).findFirst().ifPresent(effect -> {
                Estimate estimate = effect.differenceInDifferences();
                if (estimate != null) {
                    raw.add(new RawP(program.program(), effect.metric(), p(estimate)));
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

    private static double p(Estimate estimate) {
        return estimate.alwaysValid() == null
                ? estimate.p()
                : estimate.alwaysValid().p();
    }
}
