package io.cultivar.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * A person signed up, or was signed up, for a program.
 *
 * @param program the program
 * @param course the course within it, by which completions that name no program are matched
 */
public record ProgramEnrolled(String program, @Nullable String course) implements EventData {

    static ProgramEnrolled read(Fields data) {
        return new ProgramEnrolled(data.name("program"), data.optionalName("course"));
    }

    @Override
    public EventType type() {
        return EventType.PROGRAM_ENROLLED;
    }
}
