package io.cultivar.contract.event;

/**
 * A person was put into an arm of a comparison; the event's time is the index date that splits before from after.
 *
 * @param program the program
 * @param arm the arm; a person's first assignment decides for good (intention to treat)
 * @param design how people came into their arms
 */
public record ProgramAssigned(String program, Arm arm, Design design) implements EventData {

    static ProgramAssigned read(Fields data) {
        return new ProgramAssigned(
                data.name("program"), data.oneOf("arm", Arm.class), data.oneOf("design", Design.class));
    }

    @Override
    public EventType type() {
        return EventType.PROGRAM_ASSIGNED;
    }
}
