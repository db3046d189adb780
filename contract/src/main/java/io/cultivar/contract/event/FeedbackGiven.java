package io.cultivar.contract.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said what they think of a program.
 *
 * @param program the program
 * @param respondent who said so
 * @param satisfaction 1 to 5
 * @param recommend 0 to 10
 * @param applied whether the learning is used on the job
 * @param themes coded themes of the comment
 * @param comment free text
 * @param quotable whether the respondent agreed to be quoted
 */
public record FeedbackGiven(
        String program,
        Respondent respondent,
        @Nullable Integer satisfaction,
        @Nullable Integer recommend,
        @Nullable Boolean applied,
        List<String> themes,
        @Nullable String comment,
        @Nullable Boolean quotable)
        implements EventData {

    public FeedbackGiven {
        themes = List.copyOf(themes);
    }

    static FeedbackGiven read(Fields data) {
        return new FeedbackGiven(
                data.name("program"),
                data.oneOf("respondent", Respondent.class),
                data.optionalWhole("satisfaction", 1, 5),
                data.optionalWhole("recommend", 0, 10),
                data.optionalFlag("applied"),
                data.names("themes"),
                data.optionalText("comment"),
                data.optionalFlag("quotable"));
    }

    @Override
    public EventType type() {
        return EventType.FEEDBACK_GIVEN;
    }
}
