package io.cultivar.contract.result;

import io.cultivar.contract.event.Respondent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of respondent said about a program; each response counts once, however often one person answers.
 *
 * @param respondent who said so
 * @param people how many people answered; behind a response without a person another one is presumed
 * @param responses how many responses (n)
 * @param rated people who tell their satisfaction
 * @param satisfaction mean satisfaction as a share of the scale (1 to 5: 0 to 1), of the responses that tell
 * @param recommending people who tell how likely they recommend it
 * @param recommend mean recommendation as a share of the scale (0 to 10: 0 to 1), of the responses that tell
 * @param netPromoterScore share of 9 and 10 minus share of 0 to 6, -1 to 1
 * @param asked people who tell whether the learning is used on the job
 * @param applying those of them who say so at least once
 * @param applied share of the responses that say so, of those that tell
 * @param themes coded themes, the most frequent first; published from 10 people
 * @param quotes what respondents agreed to be quoted with, from programs with 10 or more responses
 * @param evidence how strong the evidence is that the program caused what is said: it describes, no more
 * @param withheld why publication withholds the numbers; null where it does not
 */
public record Feedback(
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
        List<Theme> themes,
        List<String> quotes,
        Evidence evidence,
        @Nullable Withheld withheld) {

    public Feedback {
        Finite.checkPresent(satisfaction, recommend, netPromoterScore, applied);
        themes = List.copyOf(themes);
        quotes = List.copyOf(quotes);
    }

    /** How many people and responses name a coded theme. */
    public record Theme(
            String theme,
            @Nullable Long people,
            @Nullable Long responses,
            @Nullable Withheld withheld) {}
}
