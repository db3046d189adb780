package io.cultivar.metricsapi.tables;

import io.cultivar.contract.event.Respondent;
import io.cultivar.contract.result.Feedback;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Withheld;
import io.cultivar.metricsapi.explained.ExplainedEvidence;
import io.cultivar.metricsapi.explained.ProgramFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of respondent said about a program; the meaning of each figure is that of {@link Feedback}. Its themes
 * have rows of their own.
 */
record FeedbackRow(
        String program,
        @Nullable String title,
        Respondent respondent,
        @Nullable Long people,
        @Nullable Long responses,
        @Nullable Long rated,
        @Nullable Double satisfaction,
        @Nullable Long recommending,
        @Nullable Double recommend,
        @Nullable Double netPromoterScore,
        @Nullable Long asked,
        @Nullable Long applying,
        @Nullable Double applied,
        List<String> quotes,
        @Nullable ExplainedEvidence evidence,
        @Nullable Withheld withheld) {

    static FeedbackRow of(ProgramResult program, Feedback feedback) {
        return new FeedbackRow(
                program.program(),
                ProgramFacts.title(program),
                feedback.respondent(),
                feedback.people(),
                feedback.responses(),
                feedback.rated(),
                feedback.satisfaction(),
                feedback.recommending(),
                feedback.recommend(),
                feedback.netPromoterScore(),
                feedback.asked(),
                feedback.applying(),
                feedback.applied(),
                feedback.quotes(),
                ExplainedEvidence.of(feedback.evidence(), feedback.withheld()),
                feedback.withheld());
    }
}
