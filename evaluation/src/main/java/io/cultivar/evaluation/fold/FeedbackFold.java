package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.FeedbackGiven;
import io.cultivar.contract.event.Respondent;
import io.cultivar.evaluation.facts.Facts;
import io.cultivar.evaluation.facts.Facts.Dated;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folds what one subject said about programs. Every standing response counts once, however often somebody answers; how many
 * people answered is kept beside it. Behind each response without an employee another person is presumed.
 */
final class FeedbackFold {

    /** A longer quote is cut: it is part of a cell's key. */
    static final int LONGEST_QUOTE = 500;

    private FeedbackFold() {}

    /** One person's responses of one kind; of a person unknown each response alone. */
    private record Voice(
            String program, Respondent respondent, @Nullable Object unknown) {}

    static void fold(Facts facts, Contribution.Builder out) {
        Map<Voice, List<FeedbackGiven>> voices = new LinkedHashMap<>();
        for (Dated<FeedbackGiven> fact : facts.ofType(FeedbackGiven.class)) {
            FeedbackGiven response = fact.data();
            @Nullable Object unknown = fact.event().subject() == null ? fact.event() : null;
            voices.computeIfAbsent(
                            new Voice(response.program(), response.respondent(), unknown), voice -> new ArrayList<>())
                    .add(response);
        }
        voices.forEach((voice, responses) -> fold(voice, responses, out));
    }

    private static void fold(Voice voice, List<FeedbackGiven> responses, Contribution.Builder out) {
        out.add(new Cell.Responses(voice.program(), voice.respondent()), sums(responses));
        var themes = new TreeSet<String>();
        responses.forEach(response -> themes.addAll(response.themes()));
        for (String theme : themes) {
            long naming = count(responses, response -> response.themes().contains(theme));
            out.add(new Cell.ThemeNamed(voice.program(), voice.respondent(), theme), Sums.ofCounts(naming, 1));
        }
        for (FeedbackGiven response : responses) {
            String text = response.comment() == null ? "" : shortened(response.comment());
            if (Boolean.TRUE.equals(response.quotable()) && !text.isEmpty()) {
                out.add(new Cell.Quote(voice.program(), voice.respondent(), text), Sums.ofCounts(1));
            }
        }
    }

    private static Sums sums(List<FeedbackGiven> responses) {
        List<Integer> ratings = told(responses.stream().map(FeedbackGiven::satisfaction));
        List<Integer> recommendations = told(responses.stream().map(FeedbackGiven::recommend));
        List<Boolean> uses = told(responses.stream().map(FeedbackGiven::applied));
        long applied = count(uses, use -> use);
        return Sums.ofCounts(
                responses.size(),
                ratings.size(),
                sum(ratings),
                recommendations.size(),
                sum(recommendations),
                count(recommendations, points -> points >= 9),
                count(recommendations, points -> points <= 6),
                uses.size(),
                applied,
                1,
                Math.min(1, ratings.size()),
                Math.min(1, recommendations.size()),
                Math.min(1, uses.size()),
                Math.min(1, applied));
    }

    private static <T> List<T> told(Stream<@Nullable T> values) {
        return values.flatMap(Stream::ofNullable).toList();
    }

    private static long sum(List<Integer> values) {
        return values.stream().mapToLong(Integer::longValue).sum();
    }

    private static <T> long count(List<T> values, Predicate<T> is) {
        return values.stream().filter(is).count();
    }

    /** The text without blanks around it, at most {@value #LONGEST_QUOTE} UTF-16 code units, no character cut in two. */
    private static String shortened(String comment) {
        String text = comment.strip();
        if (text.length() <= LONGEST_QUOTE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
        return text.substring(0, end).strip();
    }
}
