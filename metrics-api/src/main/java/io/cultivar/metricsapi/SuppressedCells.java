package io.cultivar.metricsapi;

import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Count;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Participation;
import io.cultivar.contract.result.PhaseScores;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.contract.result.TrendPoint;
import io.cultivar.contract.result.Withheld;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many cells the publication withholds, of all programs, exposed or not; zero is said too. */
final class SuppressedCells {

    private static final Map<String, Function<ProgramResult, Stream<Withheld>>> CELLS = cells();

    private SuppressedCells() {}

    static void addTo(Series series, List<ProgramResult> programs) {
        CELLS.forEach((group, cells) -> {
            for (Withheld reason : Withheld.values()) {
                long count =
                        programs.stream().flatMap(cells).filter(reason::equals).count();
                series.add(TrainingMeters.SUPPRESSED, count, group, reason.id());
            }
        });
    }

    private static Map<String, Function<ProgramResult, Stream<Withheld>>> cells() {
        Map<String, Function<ProgramResult, Stream<Withheld>>> cells = new LinkedHashMap<>();
        cells.put("participation", program -> withheld(counts(program.participation()), Count::withheld));
        cells.put("assessment", program -> program.assessments().stream().flatMap(SuppressedCells::ofAssessment));
        cells.put("effect", program -> withheld(program.effects().stream(), Effect::withheld));
        cells.put(
                "roi",
                program -> Stream.concat(
                        Stream.ofNullable(program.costs().withheld()),
                        Stream.ofNullable(program.returns().withheld())));
        cells.put("retention", program -> withheld(program.retention().stream(), RetentionRate::withheld));
        cells.put("trend", program -> withheld(program.trends().stream(), TrendPoint::withheld));
        return cells;
    }

    private static Stream<Withheld> ofAssessment(AssessmentResult result) {
        return Stream.concat(
                Stream.ofNullable(result.withheld()), withheld(result.phases().stream(), PhaseScores::withheld));
    }

    private static <T> Stream<Withheld> withheld(Stream<T> cells, Function<T, @Nullable Withheld> reason) {
        return cells.flatMap(cell -> Stream.ofNullable(reason.apply(cell)));
    }

    private static Stream<Count> counts(Participation participation) {
        return Stream.of(
                participation.enrolled(),
                participation.assignedTreatment(),
                participation.assignedControl(),
                participation.completed(),
                participation.failed(),
                participation.withdrawn(),
                participation.certified(),
                participation.timed());
    }
}
