package io.cultivar.local;

import java.util.ArrayList;
import java.util.List;

/**
 * The smallest company with a return: one program, its cost, and twelve people of each arm who are measured before and
 * after. The changes are 6 + (0, 2, 1) for the coached and 1 + (1, 0, 2) for the others, four people each.
 */
public final class CoachingEvents {

    /** What {@code /metrics} says of them: 7,200 EUR of benefit for 2,400 EUR. */
    public static final String RETURN_SERIES = "training_roi_ratio{program=\"coaching\"} 2.0";

    /** One value was wrong: the system sends it again, recorded later. */
    static final String CORRECTION = event("fix", "outcome.measured", "2025-05-15", "E1000", measured(38))
            .replace("\"subject\"", "\"recordedtime\":\"2025-09-01T09:00:00Z\",\"subject\"");

    private CoachingEvents() {}

    /** All of them, as lines of JSON. */
    public static List<String> all() {
        List<String> events = new ArrayList<>(List.of(
                event("d1", "program.defined", "2025-01-01", "coaching", """
                        {"title":"Coaching","sourcing":"in-house",
                         "windows":{"before":"P3M","lag":"P0D","after":"P3M"},
                         "outcomes":[{"metric":"tickets","unitValue":"10","currency":"EUR","primary":true}]}"""),
                event("m1", "metric.defined", "2025-01-01", "tickets", """
                        {"title":"Tickets resolved","category":"productivity","unit":"tickets",
                         "per":"P1M","better":"higher"}"""),
                event("c1", "cost.incurred", "2025-03-01", "coaching", """
                        {"category":"facilitation","amount":"2400.00","currency":"EUR"}""")));
        for (int person = 0; person < 24; person++) {
            String employee = "E" + (1000 + person);
            boolean treated = person % 2 == 0;
            int before = 20 + person % 5;
            int after = before + (treated ? 6 : 1) + person % 3;
            String arm = treated ? "treatment" : "control";
            events.add(event("a" + person, "program.assigned", "2025-04-01", employee, """
                    {"program":"coaching","arm":"%s","design":"randomized"}""".formatted(arm)));
            events.add(event("x" + person, "outcome.measured", "2025-03-15", employee, measured(before)));
            events.add(event("y" + person, "outcome.measured", "2025-05-15", employee, measured(after)));
        }
        return events;
    }

    private static String measured(int value) {
        return "{\"metric\":\"tickets\",\"value\":" + value + "}";
    }

    private static String event(String id, String type, String day, String subject, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"tour","type":"%s","time":"%sT09:00:00Z","subject":"%s","data":%s}""".formatted(id, type, day, subject, data.replace("\n", " "));
    }
}
