package io.cultivar.metricsapi.tables;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field of the JSON object that a record is written as.
 *
 * @param name its name
 * @param type its type in Java
 * @param nullable whether it may be absent
 */
public record Property(String name, Type type, boolean nullable) {

    /** All fields that a record of this type may have, in the order in which they are written. */
    public static List<Property> of(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(Property::of).toList();
    }

    private static Stream<Property> of(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        // The annotation does not stay on the component itself.
        if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
            return of(component.getType()).stream()
                    .map(part -> new Property(part.name(), part.type(), part.nullable() || nullable));
        }
        return Stream.of(new Property(component.getName(), component.getGenericType(), nullable));
    }
}
