package io.cultivar.evaluation.disclosure;

import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Feedback;
import io.cultivar.contract.result.Feedback.Theme;
import io.cultivar.contract.result.Withheld;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What may be seen of feedback: figures from the smallest group on, themes and quotes from twice that. It counts people, not
 * responses, of which one person may give many. A quote is published only with the consent that the respondent gave for it
 * ({@code quotable}); it is not searched for names, so whoever asks for consent should say that it is published as written.
 */
final class FeedbackDisclosure {

    private final Predicate<@Nullable Long> isSmall;
    private final long twice;

    FeedbackDisclosure(Predicate<@Nullable Long> isSmall, long twice) {
        this.isSmall = isSmall;
        this.twice = twice;
    }

    List<Feedback> mark(List<Feedback> feedback) {
        return feedback.stream().map(this::mark).toList();
    }

    private Feedback mark(Feedback said) {
        List<Theme> themes = said.themes().stream()
                .map(theme -> new Theme(
                        theme.theme(),
                        theme.people(),
                        theme.responses(),
                        people(theme.people()) < twice ? Withheld.SMALL_GROUP : null))
                .toList();
        return new Feedback(
                said.respondent(),
                said.people(),
                said.responses(),
                said.rated(),
                said.satisfaction(),
                said.recommending(),
                said.recommend(),
                said.netPromoterScore(),
                said.asked(),
                said.applying(),
                said.applied(),
                themes,
                said.quotes(),
                said.evidence(),
                isSmall.test(said.people()) ? Withheld.SMALL_GROUP : null);
    }

    private static long people(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    List<Feedback> redact(List<Feedback> feedback) {
        long people = feedback.stream().mapToLong(said -> people(said.people())).sum();
        return feedback.stream().map(said -> redact(said, people >= twice)).toList();
    }

    private Feedback redact(Feedback said, boolean quotable) {
        if (said.withheld() != null) {
            return new Feedback(
                    said.respondent(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    Evidence.WITHHELD,
                    said.withheld());
        }
        boolean rated = !isSmall.test(said.rated());
        boolean recommending = !isSmall.test(said.recommending());
        boolean applying = !isSmall.test(said.asked())
                && !isSmall.test(said.applying())
                && !isSmall.test(people(said.asked()) - people(said.applying()));
        return new Feedback(
                said.respondent(),
                said.people(),
                said.responses(),
                told(said, said.rated()),
                rated ? said.satisfaction() : null,
                told(said, said.recommending()),
                recommending ? said.recommend() : null,
                recommending ? said.netPromoterScore() : null,
                told(said, said.asked()),
                applying ? said.applying() : null,
                applying ? said.applied() : null,
                redactThemes(said.themes()),
                quotable ? said.quotes() : List.of(),
                said.evidence(),
                null);
    }

    /** How many told something; not where it are few, or all but a few. */
    private @Nullable Long told(Feedback said, @Nullable Long people) {
        return isSmall.test(people) || isSmall.test(people(said.people()) - people(people)) ? null : people;
    }

    /** A theme of a small group is not even named; the others that are withheld come last, by name, so that no order tells. */
    private List<Theme> redactThemes(List<Theme> themes) {
        Comparator<Theme> withheldByName =
                Comparator.comparing(theme -> theme.withheld() == null ? "" : theme.theme(), Comparator.naturalOrder());
        return themes.stream()
                .filter(theme -> !isSmall.test(theme.people()))
                .map(theme -> theme.withheld() == null ? theme : new Theme(theme.theme(), null, null, theme.withheld()))
                .sorted(withheldByName)
                .toList();
    }
}
