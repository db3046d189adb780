package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Respondent;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Feedback;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people said about the program, by kind of respondent. Satisfaction (1 to 5) becomes (mean - 1) / 4 and recommendation
 * (0 to 10) mean / 10; the Net Promoter Score is (promoters - detractors) / responses that recommend (Reichheld 2003). A
 * figure that no response tells is null.
 */
final class FeedbackEvaluation {

    /** The most quotes that are shown; the first by text, so that the choice does not depend on any order. */
    private static final int MOST_QUOTES = 10;

    private FeedbackEvaluation() {}

    static List<Feedback> of(ProgramSums sums) {
        List<Feedback> feedback = new ArrayList<>();
        for (Respondent respondent : Respondent.values()) {
            sums.total(Cell.Responses.class, cell -> cell.respondent() == respondent)
                    .map(responses -> feedback(sums, respondent, responses))
                    .ifPresent(feedback::add);
        }
        return feedback;
    }

    private static Feedback feedback(ProgramSums sums, Respondent respondent, Sums responses) {
        BigDecimal ratings = responses.at(1);
        BigDecimal recommendations = responses.at(3);
        return new Feedback(
                respondent,
                responses.count(9),
                responses.count(0),
                responses.count(10),
                ratio(responses.at(2).subtract(ratings), ratings.multiply(BigDecimal.valueOf(4))),
                responses.count(11),
                ratio(responses.at(4), recommendations.multiply(BigDecimal.TEN)),
                ratio(responses.at(5).subtract(responses.at(6)), recommendations),
                responses.count(12),
                responses.count(13),
                ratio(responses.at(8), responses.at(7)),
                themes(sums, respondent),
                quotes(sums, respondent),
                Evidence.DESCRIPTIVE,
                null);
    }

    private static @Nullable Double ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? null
                : Double.valueOf(part.divide(whole, MathContext.DECIMAL128).doubleValue());
    }

    private static List<Feedback.Theme> themes(ProgramSums sums, Respondent respondent) {
        record Named(String theme, long people, long responses) {}
        return sums.cells(Cell.ThemeNamed.class).stream()
                .filter(cell -> cell.respondent() == respondent)
                .map(cell -> {
                    Sums named = sums.total(Cell.ThemeNamed.class, cell::equals).orElseThrow();
                    return new Named(cell.theme(), named.count(1), named.count(0));
                })
                .sorted(Comparator.comparingLong(Named::responses).reversed().thenComparing(Named::theme))
                .map(named -> new Feedback.Theme(named.theme(), named.people(), named.responses(), null))
                .toList();
    }

    private static List<String> quotes(ProgramSums sums, Respondent respondent) {
        return sums.cells(Cell.Quote.class).stream()
                .filter(cell -> cell.respondent() == respondent)
                .map(Cell.Quote::text)
                .sorted()
                .limit(MOST_QUOTES)
                .toList();
    }
}
