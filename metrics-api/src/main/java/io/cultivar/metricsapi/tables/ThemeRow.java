package io.cultivar.metricsapi.tables;

import io.cultivar.contract.event.Respondent;
import io.cultivar.contract.result.Feedback;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Withheld;
import io.cultivar.metricsapi.explained.ProgramFacts;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many people and responses of one kind of respondent name a coded theme. */
record ThemeRow(
        String program,
        @Nullable String title,
        Respondent respondent,
        String theme,
        @Nullable Long people,
        @Nullable Long responses,
        @Nullable Withheld withheld) {

    static Stream<ThemeRow> all(ProgramResult program, Feedback feedback) {
        return feedback.themes().stream()
                .map(theme -> new ThemeRow(
                        program.program(),
                        ProgramFacts.title(program),
                        feedback.respondent(),
                        theme.theme(),
                        theme.people(),
                        theme.responses(),
                        theme.withheld()));
    }
}
