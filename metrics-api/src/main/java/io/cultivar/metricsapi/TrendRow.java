package io.cultivar.metricsapi;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.TrendPoint;
import io.cultivar.contract.result.Withheld;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** One month of a metric in one arm; the meaning of each figure is that of {@link TrendPoint}. */
record TrendRow(
        String program,
        @Nullable String title,
        String metric,
        Arm arm,
        YearMonth month,
        @Nullable Long measured,
        @Nullable Double mean,
        @Nullable Double standardDeviation,
        @Nullable Withheld withheld) {

    static TrendRow of(ProgramResult program, TrendPoint point) {
        return new TrendRow(
                program.program(),
                ProgramFacts.title(program),
                point.metric(),
                point.arm(),
                point.month(),
                point.measured(),
                point.mean(),
                point.standardDeviation(),
                point.withheld());
    }
}
