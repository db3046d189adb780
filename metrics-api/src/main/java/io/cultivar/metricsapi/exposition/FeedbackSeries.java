package io.cultivar.metricsapi.exposition;

import static java.util.Objects.requireNonNull;

import io.cultivar.contract.result.Feedback;
import io.cultivar.metricsapi.published.Snapshot;
import java.util.Map;
import java.util.TreeMap;

/** What respondents said. */
final class FeedbackSeries {

    /** Coded themes that have series: those that most responses name. */
    static final int MAX_THEMES = 12;

    private FeedbackSeries() {}

    static void addTo(Series series, Snapshot snapshot, ExposedPrograms programs) {
        programs.named()
                .forEach(program -> program.feedback().forEach(feedback -> add(series, program.program(), feedback)));
        themes(snapshot).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_THEMES)
                .forEach(theme -> series.add(TrainingMeters.THEME_RESPONSES, theme.getValue(), theme.getKey()));
    }

    private static void add(Series series, String program, Feedback feedback) {
        if (feedback.withheld() == null) {
            String respondent = feedback.respondent().id();
            series.add(TrainingMeters.FEEDBACK_RESPONSES, feedback.responses(), program, respondent);
            series.add(TrainingMeters.FEEDBACK_SCORE, feedback.satisfaction(), program, respondent, "satisfaction");
            series.add(TrainingMeters.FEEDBACK_SCORE, feedback.recommend(), program, respondent, "recommend");
            series.add(TrainingMeters.NET_PROMOTER, feedback.netPromoterScore(), program, respondent);
            series.add(TrainingMeters.APPLIED, feedback.applied(), program, respondent);
        }
    }

    /** How many responses of all programs name a theme; what is withheld is not in it. */
    private static Map<String, Long> themes(Snapshot snapshot) {
        Map<String, Long> themes = new TreeMap<>();
        snapshot.programs().stream()
                .flatMap(program -> program.feedback().stream())
                .filter(feedback -> feedback.withheld() == null)
                .flatMap(feedback -> feedback.themes().stream())
                .filter(theme -> theme.withheld() == null && theme.responses() != null)
                .forEach(theme -> themes.merge(theme.theme(), requireNonNull(theme.responses()), Long::sum));
        return themes;
    }
}
