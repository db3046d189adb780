package io.cultivar.metricsapi.page;

import io.cultivar.contract.result.PipelineResult;
import io.cultivar.metricsapi.explained.Plain;
import io.cultivar.metricsapi.published.Snapshot;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How fresh the input is, what was refused, what is withheld, what was restated: one line under the figures. */
final class DataQualityStrip {

    private DataQualityStrip() {}

    static void addTo(Html html, Snapshot snapshot) {
        html.markup("<section id=\"quality\">\n<h2>How far to trust the input</h2>\n<dl class=\"strip\">\n");
        PipelineResult pipeline = snapshot.pipeline();
        Instant latest = pipeline == null ? null : pipeline.latestEventTime();
        Instant published = snapshot.published();
        add(
                html,
                "Fresh",
                (latest == null
                                ? "Nothing has been read yet"
                                : "Data through " + PageWords.day(latest) + age(snapshot, latest))
                        + (published == null ? "." : "; last published " + minute(published) + " UTC.")
                        + heldBack(pipeline));
        add(
                html,
                "Rejected",
                "Events that cannot be read are refused at the door and told to their sender; ingest counts them "
                        + "(training_pipeline_events_rejected_total)."
                        + (pipeline == null ? "" : " " + contradictions(pipeline)));
        long withheld = PageTiles.withheldCells(snapshot);
        add(
                html,
                "Withheld",
                withheld == 0
                        ? "Nothing is withheld."
                        : Plain.count(withheld, "result", "results")
                                + (withheld == 1 ? " is" : " are") + " withheld because too few people stand behind "
                                + (withheld == 1 ? "it, or because it" : "them, or because they")
                                + " would give such a group away.");
        add(html, "Restated", Restatements.summary(snapshot));
        html.markup("</dl>\n</section>\n");
    }

    /** Old data must not look fresh because the answer is of today. */
    private static String age(Snapshot snapshot, Instant latest) {
        Instant asOf = snapshot.asOf();
        if (asOf == null) {
            return "";
        }
        long days = Duration.between(latest, asOf).toDays();
        return days < 1
                ? ""
                : ", " + Plain.count(days, "day", "days") + " before the day that counts, " + PageWords.day(asOf);
    }

    private static String heldBack(@Nullable PipelineResult pipeline) {
        PipelineResult.HeldBack held = pipeline == null ? null : pipeline.heldBack();
        return held == null
                ? ""
                : " " + Plain.count(held.results(), "result is", "results are") + " older than that, the oldest since "
                        + PageWords.day(held.since())
                        + ": it has changed by fewer people than may be told apart, and waits for more.";
    }

    private static String contradictions(PipelineResult pipeline) {
        long identities = pipeline.identityConflicts();
        long registers = pipeline.registerConflicts();
        return identities + registers == 0
                ? "No accepted events contradict each other."
                : "Of the accepted ones, %s came with two contents, and %s claimed twice."
                        .formatted(
                                Plain.count(identities, "event", "events"),
                                Plain.count(registers, "fact is", "facts are"));
    }

    private static String minute(Instant instant) {
        return instant.toString().substring(0, "2026-06-30T08:00".length()).replace('T', ' ');
    }

    private static void add(Html html, String name, String words) {
        html.markup("<div>").element("dt", "", name).element("dd", "", words).markup("</div>\n");
    }
}
