package io.cultivar.metricsapi.published;

import io.cultivar.contract.Term;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.ChangeCause;
import io.cultivar.contract.result.FigureChange;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Publication;
import io.cultivar.contract.result.PublishedFigure;
import io.cultivar.contract.result.Withheld;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A figure that was published before and changed; the meaning of the fields is that of {@link FigureChange}. What is withheld
 * today is not told from yesterday either: of such a figure neither value is there.
 *
 * @param published when the new one was published
 * @param program the program; null of a figure of the portfolio
 * @param change whether it changed what had been said, or only added to it
 * @param causes which kinds of input caused it
 * @param withheld why the newest publication withholds the figure; null where it does not
 */
public record RestatementRow(
        Instant published,
        @Nullable String program,
        PublishedFigure figure,
        @Nullable String about,
        @Nullable Bounded before,
        @Nullable Bounded now,
        Change change,
        List<ChangeCause> causes,
        @Nullable Withheld withheld) {

    private static final String PROGRAM = "program/";

    /** What became of what had been said. */
    public enum Change implements Term {
        /** It is said otherwise now: late, corrected, retracted or erased input, or a changed definition. */
        RESTATEMENT("restatement"),
        /** More is known now: new input, or time went on. */
        UPDATE("update");

        private final String id;

        Change(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public RestatementRow {
        causes = List.copyOf(causes);
    }

    /** All changes of one publication; the key is that of the result. */
    static Stream<RestatementRow> all(String key, Publication entry) {
        ProgramResult result = entry.program();
        // A program of which nothing is published any more has only the key.
        String named = key.startsWith(PROGRAM) ? key.substring(PROGRAM.length()) : null;
        return entry.changes().stream()
                .map(changed -> new RestatementRow(
                        entry.at(),
                        result == null ? named : result.program(),
                        changed.figure(),
                        changed.about(),
                        changed.before(),
                        changed.now(),
                        entry.restates() ? Change.RESTATEMENT : Change.UPDATE,
                        entry.causes(),
                        null));
    }

    /** The same change as may be told while this is withheld of its program. */
    RestatementRow covered(WithheldNow now) {
        Withheld why = now.why(figure, about);
        return why == null
                ? this
                : new RestatementRow(published, program, figure, about, null, null, change, causes, why);
    }
}
