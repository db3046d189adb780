package io.cultivar.metricsapi.tables;

import io.cultivar.contract.result.AggregateEffect;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.Count;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Feedback;
import io.cultivar.contract.result.GroupTimeEffect;
import io.cultivar.contract.result.Participation;
import io.cultivar.contract.result.PhaseScores;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.RetentionComparison;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.contract.result.SkillGap;
import io.cultivar.contract.result.StaggeredEffect;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.TrendPoint;
import io.cultivar.contract.result.Withheld;
import io.cultivar.metricsapi.published.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many cells the publication withholds, of all programs, exposed or not; zero is said too. */
public final class SuppressedCells {

    /**
     * Cells of one kind.
     *
     * @param group what they are about
     * @param reason why they are withheld
     * @param cells how many
     */
    public record Suppressed(String group, Withheld reason, long cells) {}

    private static final Map<String, Function<Snapshot, Stream<Withheld>>> CELLS = cells();

    private SuppressedCells() {}

    /** For each group and reason how many there are, zero too. */
    public static List<Suppressed> of(Snapshot snapshot) {
        List<Suppressed> all = new ArrayList<>();
        CELLS.forEach((group, cells) -> {
            Map<Withheld, Long> counts =
                    cells.apply(snapshot).collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));
            for (Withheld reason : Withheld.values()) {
                all.add(new Suppressed(group, reason, counts.getOrDefault(reason, 0L)));
            }
        });
        return List.copyOf(all);
    }

    private static Map<String, Function<Snapshot, Stream<Withheld>>> cells() {
        Map<String, Function<Snapshot, Stream<Withheld>>> cells = new LinkedHashMap<>();
        cells.put("participation", ofPrograms(program -> withheld(counts(program.participation()), Count::withheld)));
        cells.put(
                "assessment",
                ofPrograms(program -> program.assessments().stream().flatMap(SuppressedCells::ofAssessment)));
        cells.put("effect", ofPrograms(program -> withheld(program.effects().stream(), Effect::withheld)));
        cells.put(
                "staggered", ofPrograms(program -> program.staggered().stream().flatMap(SuppressedCells::ofRollout)));
        cells.put(
                "roi",
                ofPrograms(program -> Stream.concat(
                        Stream.ofNullable(program.costs().withheld()),
                        Stream.ofNullable(program.returns().withheld()))));
        cells.put(
                "retention",
                snapshot -> Stream.concat(
                        ofPrograms(SuppressedCells::ofRetention).apply(snapshot),
                        withheld(snapshot.company(CompanyResult::survival), SurvivalCurve::withheld)));
        cells.put("feedback", ofPrograms(program -> program.feedback().stream().flatMap(SuppressedCells::ofFeedback)));
        cells.put("trend", ofPrograms(program -> withheld(program.trends().stream(), TrendPoint::withheld)));
        cells.put("skill", snapshot -> withheld(snapshot.company(CompanyResult::skillGaps), SkillGap::withheld));
        cells.put(
                "overlap",
                snapshot ->
                        withheld(snapshot.company(CompanyResult::sharedPeople), CompanyResult.SharedPeople::withheld));
        return cells;
    }

    private static Function<Snapshot, Stream<Withheld>> ofPrograms(Function<ProgramResult, Stream<Withheld>> cells) {
        return snapshot -> snapshot.programs().stream().flatMap(cells);
    }

    private static Stream<Withheld> ofAssessment(AssessmentResult result) {
        return Stream.concat(
                Stream.ofNullable(result.withheld()), withheld(result.phases().stream(), PhaseScores::withheld));
    }

    private static Stream<Withheld> ofRollout(StaggeredEffect staggered) {
        Stream<AggregateEffect> aggregates = Stream.of(staggered.dynamic(), staggered.group(), staggered.calendar())
                .flatMap(List::stream);
        return Stream.of(
                        Stream.ofNullable(staggered.withheld()),
                        withheld(aggregates, AggregateEffect::withheld),
                        withheld(staggered.groupTimes().stream(), GroupTimeEffect::withheld))
                .flatMap(cells -> cells);
    }

    private static Stream<Withheld> ofRetention(ProgramResult program) {
        return Stream.of(
                        withheld(program.retention().stream(), RetentionRate::withheld),
                        withheld(program.survival().stream(), SurvivalCurve::withheld),
                        withheld(Stream.ofNullable(program.retentionComparison()), RetentionComparison::withheld))
                .flatMap(cells -> cells);
    }

    private static Stream<Withheld> ofFeedback(Feedback feedback) {
        return Stream.concat(
                Stream.ofNullable(feedback.withheld()), withheld(feedback.themes().stream(), Feedback.Theme::withheld));
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
                participation.certificationAttempted(),
                participation.certificationHeld(),
                participation.leadTimed(),
                participation.timed());
    }
}
