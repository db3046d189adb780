package io.cultivar.metricsapi.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.contract.Json;
import io.cultivar.metricsapi.access.Access;
import io.cultivar.metricsapi.access.Refused;
import io.cultivar.metricsapi.tables.Problem;
import java.util.List;

/** In the OpenAPI document: how to say who asks, which role each operation needs, and how others are refused. */
final class OpenApiAccess {

    private static final String KEY = "key";
    private static final String SESSION = "session";

    private OpenApiAccess() {}

    /** To every operation that the document has by now; the refusals to its components. */
    static void addTo(ObjectNode document, RecordSchemas schemas) {
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().forEach(operation -> add(path.getKey(), operation)));
        ObjectNode schemes = document.withObject("/components/securitySchemes");
        schemes.putObject(KEY)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A key of this server, or a token of the issuer that it trusts.");
        schemes.putObject(SESSION)
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", Access.SESSION_COOKIE)
                .put("description", "What a browser has after signing in at /sign-in.");
        ObjectNode responses = document.withObject("/components/responses");
        Refused.examples().forEach((name, body) -> {
            ObjectNode content = responses
                    .putObject(name)
                    .put("description", body.title() + ", or the like (RFC 9457).")
                    .putObject("content")
                    .putObject(Problem.CONTENT_TYPE);
            content.set("schema", schemas.reference(Problem.class));
            content.set("example", Json.shared().valueToTree(body));
        });
    }

    private static void add(String path, JsonNode operation) {
        ArrayNode either = ((ObjectNode) operation).putArray("security");
        for (String scheme : List.of(KEY, SESSION)) {
            either.addObject().putArray(scheme).add(Access.leastRole(path));
        }
        // Where the server is open to its machine, or told to be.
        either.addObject();
        ObjectNode responses = ((ObjectNode) operation).withObject("/responses");
        refuse(responses, 401, "NotSignedIn");
        refuse(responses, 403, "RoleNeeded");
        refuse(responses, 429, "TooManyAttempts");
        if (operation.has("requestBody")) {
            refuse(responses, 415, "NotJson");
        }
    }

    private static void refuse(ObjectNode responses, int status, String name) {
        responses.set(
                Integer.toString(status),
                JsonNodeFactory.instance.objectNode().put("$ref", "#/components/responses/" + name));
    }
}
