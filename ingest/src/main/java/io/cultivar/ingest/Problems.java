package io.cultivar.ingest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cultivar.contract.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers everything that goes wrong as RFC 9457 {@code application/problem+json}. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /** The problem's members; {@code about:blank} says that the status is all there is to know of its type. */
    private record Body(
            String type,
            String title,
            int status,
            String detail,
            @JsonUnwrapped @Nullable EventsAnswer answer) {}

    static void register(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> {
            problem.headers().forEach(context::header);
            answer(context, problem.status(), problem.detail(), null);
        });
        routes.exception(HttpResponseException.class, (e, context) -> unrouted(context, e.getStatus()));
        routes.exception(Exception.class, (e, context) -> {
            // Without the message, which might quote an event.
            LOG.error("unexpected {} at {}", e.getClass().getName(), Arrays.toString(e.getStackTrace()));
            answer(context, 500, "an unexpected error; the log says where", null);
        });
    }

    private static void unrouted(Context context, int status) {
        switch (status) {
            case 404 ->
                answer(
                        context,
                        status,
                        "there are POST " + EventsEndpoint.PATH
                                + ", GET /health/live, GET /health/ready and GET /metrics",
                        null);
            case 405 -> {
                String allowed = context.path().equals(EventsEndpoint.PATH) ? "POST" : "GET";
                context.header("Allow", allowed);
                answer(context, status, "only " + allowed + " is possible here", null);
            }
            default -> answer(context, status, "the request cannot be served", null);
        }
    }

    /** Answers requests that never became one: broken HTTP, headers too long. Replaces the server's own HTML page. */
    static boolean answerUnparsed(Request request, Response response, Callback callback) {
        response.getHeaders().put("Content-Type", "application/problem+json");
        byte[] body = body(response.getStatus(), "the request cannot be read as HTTP", null);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static byte[] body(int status, String detail, @Nullable EventsAnswer answer) {
        String title = HttpStatus.forStatus(status).getMessage();
        return Json.write(new Body("about:blank", title, status, detail, answer));
    }

    static void answer(Context context, int status, String detail, @Nullable EventsAnswer answer) {
        context.status(status).contentType("application/problem+json").result(body(status, detail, answer));
    }
}
