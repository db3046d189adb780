package io.cultivar.metricsapi.tables;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request (RFC 9457).
 *
 * @param type what kind of problem, for machines
 * @param title the same, for people
 * @param status HTTP status
 * @param detail what it was in this request
 * @param parameter the parameter or header that is to blame
 * @param allowed what would have been allowed instead
 */
public record Problem(
        String type,
        String title,
        int status,
        /** The media type of a problem. */
        @Nullable String detail,
        @Nullable String parameter,
        @Nullable List<String> allowed) {

    public static final String CONTENT_TYPE = "application/problem+json";

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int GONE = 410;
    private static final int UNAVAILABLE = 503;

    /** Ends the handling of a request with a problem. */
    public static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        private Found(Problem problem) {
            super(problem.title());
            this.problem = problem;
        }

        /** What is to be answered. */
        public Problem problem() {
            return problem;
        }
    }

    /** A problem that its status says everything about. */
    public static Problem of(int status, String title) {
        return new Problem("about:blank", title, status, null, null, null);
    }

    /** No such parameter is allowed here. */
    public static Found unknownParameter(String parameter, List<String> allowed) {
        return new Found(new Problem(
                "urn:cultivar:problem:unknown-parameter",
                "Unknown parameter",
                BAD_REQUEST,
                "There is no parameter " + parameter + " here.",
                parameter,
                allowed));
    }

    static Found repeatedParameter(String parameter) {
        return new Found(new Problem(
                "urn:cultivar:problem:repeated-parameter",
                "Repeated parameter",
                BAD_REQUEST,
                "The parameter " + parameter + " may be given once.",
                parameter,
                null));
    }

    static Found invalidValue(String parameter, String value, List<String> allowed) {
        return new Found(new Problem(
                "urn:cultivar:problem:invalid-value",
                "Invalid value",
                BAD_REQUEST,
                "The parameter " + parameter + " cannot be " + value + ".",
                parameter,
                allowed));
    }

    /** The cursor is none of an answer to this question. */
    public static Found invalidCursor(String cursor) {
        return invalidValue(
                Parameter.CURSOR.id(),
                cursor,
                List.of("the cursor of an answer to this question, everything else alike"));
    }

    /** What the rows before were from has been replaced: those after them could be others by now. */
    public static Found publicationGone(String gone, String current) {
        return new Found(new Problem(
                "urn:cultivar:problem:publication-gone",
                "Publication gone",
                GONE,
                "The publication " + gone + " has been replaced by " + current
                        + ": begin again, without the cursor. /v1/exports has tables as a whole.",
                Parameter.CURSOR.id(),
                null));
    }

    /** Nothing is remembered of such a time. */
    public static Found beforeHistory(Instant asked, @Nullable Instant from) {
        return new Found(new Problem(
                "urn:cultivar:problem:before-history",
                "Before the history",
                BAD_REQUEST,
                from == null
                        ? "Nothing is remembered of what was published before."
                        : "What was published at " + asked + " is not remembered.",
                Parameter.AS_OF.id(),
                from == null ? List.of() : List.of("a day or instant from " + from + " on")));
    }

    /** The body of the request is not what it must be. */
    public static Found invalidBody(String detail) {
        return new Found(
                new Problem("urn:cultivar:problem:invalid-body", "Invalid body", BAD_REQUEST, detail, null, null));
    }

    /** Nothing is published about such a program. */
    public static Found unknownProgram(String program) {
        return new Found(new Problem(
                "urn:cultivar:problem:unknown-program",
                "Unknown program",
                NOT_FOUND,
                "Nothing is published about the program " + program + ".",
                null,
                null));
    }

    /** No table has this name. */
    public static Found unknownTable(String table, List<String> allowed) {
        return new Found(new Problem(
                "urn:cultivar:problem:unknown-table",
                "Unknown table",
                NOT_FOUND,
                "There is no table " + table + ".",
                "dataset",
                allowed));
    }

    /** Nothing is served in a format of this name. */
    public static Found unknownFormat(String suffix, List<String> allowed) {
        return new Found(new Problem(
                "urn:cultivar:problem:unknown-format",
                "Unknown format",
                NOT_FOUND,
                "There is no file that ends in " + suffix + " here.",
                "format",
                allowed));
    }

    /** The pages load no such file. */
    public static Found unknownFile(String name) {
        return new Found(new Problem(
                "urn:cultivar:problem:unknown-file",
                "Unknown file",
                NOT_FOUND,
                "No page loads a file " + name + ".",
                null,
                null));
    }

    /** None of the formats that there are is accepted. */
    public static Found notAcceptable(List<String> allowed) {
        return new Found(new Problem(
                "urn:cultivar:problem:not-acceptable",
                "Not acceptable",
                NOT_ACCEPTABLE,
                "The header Accept names no format that there is.",
                "Accept",
                allowed));
    }

    /** What was published is still being read. */
    public static Found notReady() {
        return new Found(new Problem(
                "urn:cultivar:problem:not-ready",
                "Not ready",
                UNAVAILABLE,
                "What was published has not been read completely yet.",
                null,
                null));
    }
}
