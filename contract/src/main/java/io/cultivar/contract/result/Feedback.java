package io.cultivar.contract.result;

import io.cultivar.contract.event.Respondent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of respondent said about a program; each response counts once.
 *
 * @param respondent who said so
 * @param responses how many responses (n)
 * @param satisfaction mean satisfaction as a share of the scale (1 to 5: 0 to 1), of those that tell
 * @param recommend mean recommendation as a share of the scale (0 to 10: 0 to 1), of those that tell
 * @param netPromoterScore share of 9 and 10 minus share of 0 to 6, -1 to 1
 * @param applied share who use the learning on the job, of those that tell
 * @param themes coded themes, the most frequent first; published from 10 people
 * @param quotes what respondents agreed to be quoted with, from programs with 10 or more responses
 * @param withheld why publication withholds the numbers; null where it does not
 */
public record Feedback(
        Respondent respondent,
        @Nullable Long responses,
        @Nullable Double satisfaction,
        @Nullable Double recommend,
        @Nullable Double netPromoterScore,
        @Nullable Double applied,
        List<Theme> themes,
        List<String> quotes,
        @Nullable Withheld withheld) {

    public Feedback {
        themes = List.copyOf(themes);
        quotes = List.copyOf(quotes);
    }

    /** How many responses name a coded theme. */
    public record Theme(
            String theme,
            @Nullable Long responses,
            @Nullable Withheld withheld) {}
}
