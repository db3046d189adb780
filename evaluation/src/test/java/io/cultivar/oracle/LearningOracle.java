package io.cultivar.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.event.Phase;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * "From a person's facts to sums", rules 6, 9 and 10: what one person learned in one program.
 *
 * @param facts the person's facts of a type that belong to the program
 */
record LearningOracle(String program, Cohort cohort, Function<String, Stream<Fact>> facts, Instant asOf, Tally tally) {

    /** Rule 6, by assessment and then by skill. */
    void assessments() {
        for (String assessment : named("assessment")) {
            assessments(assessment, null, fact -> fact.text("assessment").equals(assessment));
        }
        for (String skill : named("skill")) {
            assessments(null, skill, fact -> fact.find("skill").equals(Optional.of(skill)));
        }
    }

    private Set<String> named(String field) {
        return facts.apply("assessment.scored")
                .flatMap(fact -> fact.find(field).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void assessments(@Nullable String assessment, @Nullable String skill, Predicate<Fact> chosen) {
        for (Phase phase : Phase.values()) {
            newest(chosen, phase).ifPresent(fact -> {
                BigDecimal score = fraction(fact.data().get("score"));
                tally.add(
                        new Cell.Scores(program, assessment, skill, cohort, phase),
                        BigDecimal.ONE,
                        score,
                        score.multiply(score),
                        BigDecimal.valueOf(attempts(chosen, phase).count()),
                        fact.has("passed") ? BigDecimal.ONE : BigDecimal.ZERO,
                        fact.data().path("passed").booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO);
            });
        }
        change(assessment, skill, chosen, Phase.PRE, Phase.POST);
        change(assessment, skill, chosen, Phase.PRE, Phase.FOLLOW_UP);
        change(assessment, skill, chosen, Phase.POST, Phase.FOLLOW_UP);
    }

    private void change(
            @Nullable String assessment, @Nullable String skill, Predicate<Fact> chosen, Phase from, Phase to) {
        Optional<Fact> x = newest(chosen, from);
        Optional<Fact> y = newest(chosen, to);
        if (x.isPresent() && y.isPresent()) {
            tally.pair(
                    new Cell.ScoreChange(program, assessment, skill, cohort, from, to),
                    fraction(x.get().data().get("score")),
                    fraction(y.get().data().get("score")));
        }
    }

    private Stream<Fact> attempts(Predicate<Fact> chosen, Phase phase) {
        return facts.apply("assessment.scored")
                .filter(chosen)
                .filter(fact -> Oracle.term(Phase.class, fact.text("phase")) == phase);
    }

    private Optional<Fact> newest(Predicate<Fact> chosen, Phase phase) {
        return attempts(chosen, phase).max(Fact.HAPPENED);
    }

    /** The share of the scale: (raw - min) / (max - min), DECIMAL128; min is 0 where not told; raw decides over scaled. */
    private static BigDecimal fraction(JsonNode score) {
        if (!score.hasNonNull("raw")) {
            return Fact.number(score.get("scaled"));
        }
        BigDecimal min = score.hasNonNull("min") ? Fact.number(score.get("min")) : BigDecimal.ZERO;
        return Fact.number(score.get("raw"))
                .subtract(min)
                .divide(Fact.number(score.get("max")).subtract(min), MathContext.DECIMAL128);
    }

    /** Rule 9: a certificate holds up to the last nanosecond of its last day. */
    void certificates() {
        List<Fact> telling = facts.apply("training.completed")
                .filter(fact -> fact.has("certified"))
                .toList();
        boolean holds = telling.stream()
                .filter(fact -> fact.data().get("certified").booleanValue())
                .anyMatch(fact -> fact.find("certifiedUntil")
                        .map(LocalDate::parse)
                        .map(until -> asOf.isBefore(
                                until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
                        .orElse(true));
        tally.count(new Cell.Certification(program), telling.isEmpty() ? 0 : 1, holds ? 1 : 0);
    }

    /** Rule 10. */
    void leadTime() {
        Optional<Instant> start = facts.apply("program.enrolled")
                .map(Fact::time)
                .min(Instant::compareTo)
                .or(() -> facts.apply("program.assigned")
                        .filter(fact -> fact.text("arm").equals("treatment"))
                        .map(Fact::time)
                        .min(Instant::compareTo));
        Optional<Instant> end = facts.apply("training.completed")
                .filter(fact -> fact.text("status").equals("completed"))
                .map(Fact::time)
                .filter(time -> start.isPresent() && !time.isBefore(start.get()))
                .min(Instant::compareTo);
        if (start.isPresent() && end.isPresent()) {
            tally.count(
                    new Cell.LeadTime(program),
                    1,
                    end.get().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay()
                            - start.get().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay());
        }
    }
}
