package io.cultivar.streams;

import java.util.ArrayList;
import java.util.List;

/** A program p with a treatment and a control arm, whose people are measured in calls before and after. */
final class TwoArms {

    static final String APRIL = "2025-04-01T00:00:00Z";
    static final String BEFORE = "2025-02-15T00:00:00Z";
    static final String AFTER = "2025-05-15T00:00:00Z";

    private TwoArms() {}

    /** {@code people} in each arm; the treated rise by 4, 5, 6, 4, ..., the controls by 1, 2, 3, 1, ... : an effect of 3. */
    static List<String> of(int people) {
        List<String> events = new ArrayList<>(List.of(Lines.program("def", "p", Lines.quarters())));
        for (int i = 0; i < people; i++) {
            events.addAll(member("t" + i, "treatment", 4 + i % 3));
            events.addAll(member("c" + i, "control", 1 + i % 3));
        }
        return events;
    }

    static List<String> member(String employee, String arm, int rise) {
        return List.of(
                Lines.assigned("a-" + employee, employee, arm, APRIL),
                Lines.measured("x-" + employee, employee, BEFORE, "10"),
                Lines.measured("y-" + employee, employee, AFTER, Integer.toString(10 + rise)));
    }
}
