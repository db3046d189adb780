package io.cultivar.streams;

/** Events as JSON lines, for tests that read like a story. */
final class Lines {

    private Lines() {}

    static String event(String id, String type, String time, String subject, String data) {
        return event(id, type, time, subject, data, "");
    }

    /** An event written down at another time than it happened. */
    static String recorded(String id, String type, String time, String recorded, String subject, String data) {
        return event(id, type, time, subject, data, ",\"recordedtime\":\"" + recorded + "\"");
    }

    private static String event(String id, String type, String time, String subject, String data, String extra) {
        return """
                {"specversion":"1.0","id":"%s","source":"test","type":"%s","time":"%s","subject":"%s"%s,"data":%s}""".formatted(id, type, time, subject, extra, data);
    }

    static String program(String id, String program, String windows) {
        return event(id, "program.defined", "2025-01-01T00:00:00Z", program, """
                {"title":"T","sourcing":"in-house","windows":%s,"outcomes":[{"metric":"calls"}]}""".formatted(windows));
    }

    static String quarters() {
        return "{\"before\":\"P3M\",\"lag\":\"P0D\",\"after\":\"P3M\"}";
    }

    static String assigned(String id, String employee, String arm, String time) {
        return event(id, "program.assigned", time, employee, """
                {"program":"p","arm":"%s","design":"randomized"}""".formatted(arm));
    }

    static String measured(String id, String employee, String time, String value) {
        return event(id, "outcome.measured", time, employee, "{\"metric\":\"calls\",\"value\":%s}".formatted(value));
    }

    static String retracted(String id, String type, String retractedId, String subject) {
        return event(id, "event.retracted", "2026-01-01T00:00:00Z", subject, """
                {"type":"%s","source":"test","id":"%s"}""".formatted(type, retractedId));
    }
}
