package io.cultivar.contract.event;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.event.Decoded.Accepted;
import io.cultivar.contract.event.Decoded.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The fixtures of every event type, {@code type} (all fields) and {@code type.minimal}, and ways to change them. */
public final class Fixtures {

    private static final String PLACE = "the place to fill";

    private Fixtures() {}

    /** The names of all fixtures. */
    public static Stream<String> names() {
        return Arrays.stream(EventType.values()).flatMap(type -> Stream.of(type.id(), minimal(type)));
    }

    static String minimal(EventType type) {
        return type.id() + ".minimal";
    }

    static String text(String name) {
        return resource("/fixtures/" + name + ".json");
    }

    static String resource(String path) {
        try (var stream = Fixtures.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(String json) {
        try {
            return Json.tree(json.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The event of a fixture. */
    public static Event event(String name) {
        return accepted(text(name));
    }

    static Decoded read(String json) {
        return EventReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    static Event accepted(String json) {
        Decoded decoded = read(json);
        if (decoded instanceof Accepted accepted) {
            return accepted.event();
        }
        throw new AssertionError(decoded + " for " + json);
    }

    static Rejected rejected(String json) {
        Decoded decoded = read(json);
        if (decoded instanceof Rejected rejected) {
            return rejected;
        }
        throw new AssertionError("accepted " + json);
    }

    /** The JSON text with the field at the pointer replaced, or added, by a JSON value that is taken over literally. */
    static String with(String json, String pointer, String value) {
        JsonNode tree = tree(json);
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = tree.at(at.head());
        if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), PLACE);
        } else {
            ((ObjectNode) parent).put(at.last().getMatchingProperty(), PLACE);
        }
        return tree.toString().replace('"' + PLACE + '"', value);
    }

    /** The JSON text without the field at the pointer. */
    static String without(String json, String pointer) {
        JsonNode tree = tree(json);
        JsonPointer at = JsonPointer.compile(pointer);
        ((ObjectNode) tree.at(at.head())).remove(at.last().getMatchingProperty());
        return tree.toString();
    }

    /** The pointers of all fields, those of objects within objects and lists too. */
    static List<String> pointers(String json) {
        List<String> pointers = new ArrayList<>();
        collect(tree(json), "", pointers);
        return pointers;
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        node.properties().forEach(field -> {
            String at = pointer + "/" + field.getKey();
            pointers.add(at);
            collect(field.getValue(), at, pointers);
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, pointers);
            }
        }
    }
}
