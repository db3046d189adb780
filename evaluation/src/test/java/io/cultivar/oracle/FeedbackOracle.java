package io.cultivar.oracle;

import io.cultivar.contract.event.Respondent;
import io.cultivar.evaluation.sums.Cell;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Rule 13: what one person said, or what nobody in particular said about a program. */
final class FeedbackOracle {

    private FeedbackOracle() {}

    static void addUp(List<Fact> facts, Tally tally) {
        List<Fact> responses =
                facts.stream().filter(fact -> fact.is("feedback.given")).toList();
        Set<List<String>> kinds = new HashSet<>();
        responses.forEach(fact -> kinds.add(List.of(fact.text("program"), fact.text("respondent"))));
        for (List<String> kind : kinds) {
            List<Fact> alike = responses.stream()
                    .filter(fact -> kind.equals(List.of(fact.text("program"), fact.text("respondent"))))
                    .toList();
            addUp(kind.get(0), Oracle.term(Respondent.class, kind.get(1)), alike, tally);
        }
    }

    private static void addUp(String program, Respondent respondent, List<Fact> responses, Tally tally) {
        Predicate<Fact> rates = fact -> fact.has("satisfaction");
        Predicate<Fact> recommends = fact -> fact.has("recommend");
        Predicate<Fact> answers = fact -> fact.has("applied");
        Predicate<Fact> applies = answers.and(fact -> fact.data().get("applied").booleanValue());
        tally.count(
                new Cell.Responses(program, respondent),
                responses.size(),
                count(responses, rates),
                sum(responses, "satisfaction"),
                count(responses, recommends),
                sum(responses, "recommend"),
                count(responses, recommends.and(fact -> points(fact, "recommend") > 8)),
                count(responses, recommends.and(fact -> points(fact, "recommend") < 7)),
                count(responses, answers),
                count(responses, applies),
                people(responses, fact -> true),
                people(responses, rates),
                people(responses, recommends),
                people(responses, answers),
                people(responses, applies));
        Set<String> themes = new TreeSet<>();
        responses.forEach(fact -> fact.data().path("themes").forEach(theme -> themes.add(theme.textValue())));
        for (String theme : themes) {
            Predicate<Fact> names = fact -> {
                Set<String> named = new HashSet<>();
                fact.data().path("themes").forEach(one -> named.add(one.textValue()));
                return named.contains(theme);
            };
            tally.count(
                    new Cell.ThemeNamed(program, respondent, theme), count(responses, names), people(responses, names));
        }
        for (Fact fact : responses) {
            String text = fact.find("comment").orElse("").strip();
            if (fact.data().path("quotable").booleanValue() && !text.isEmpty()) {
                tally.count(new Cell.Quote(program, respondent, cut(text)), 1);
            }
        }
    }

    private static String cut(String text) {
        if (text.length() <= 500) {
            return text;
        }
        String shorter = text.substring(0, 500);
        boolean half = Character.isHighSurrogate(shorter.charAt(499));
        return (half ? text.substring(0, 499) : shorter).strip();
    }

    private static long points(Fact fact, String field) {
        return fact.number(field).longValueExact();
    }

    private static long count(List<Fact> responses, Predicate<Fact> which) {
        return responses.stream().filter(which).count();
    }

    private static long sum(List<Fact> responses, String field) {
        return responses.stream()
                .filter(fact -> fact.has(field))
                .mapToLong(fact -> points(fact, field))
                .sum();
    }

    /** All with a subject come from one person; each without one is somebody else. */
    private static long people(List<Fact> responses, Predicate<Fact> which) {
        long unknown = count(responses, which.and(fact -> fact.event().subject() == null));
        boolean known =
                responses.stream().anyMatch(which.and(fact -> fact.event().subject() != null));
        return unknown + (known ? 1 : 0);
    }
}
