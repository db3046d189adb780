package io.cultivar.metricsapi.published;

import io.cultivar.contract.result.Withheld;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Withholds everything in a result that can be withheld, whatever records it is made of: a record with a component
 * {@code withheld} says so.
 *
 * @param figuresStay whether the figures are left where they are, as no publication would do
 */
public record Withholding(boolean figuresStay) {

    private static final String RESULTS = Withheld.class.getPackageName();

    /** As a publication does it: marked, and every figure taken out. */
    public static <T extends Record> T redacted(T result) {
        return new Withholding(false).of(result);
    }

    /** Only marked: readers must look at the mark too. */
    public static <T extends Record> T marked(T result) {
        return new Withholding(true).of(result);
    }

    @SuppressWarnings("unchecked")
    private <T extends Record> T of(T result) {
        try {
            RecordComponent[] components = result.getClass().getRecordComponents();
            @Nullable Object[] values = new @Nullable Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = value(components[i], components[i].getAccessor().invoke(result));
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return (T) Objects.requireNonNull(
                    result.getClass().getDeclaredConstructor(types).newInstance(values));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object value(RecordComponent component, @Nullable Object value) {
        if (component.getType() == Withheld.class) {
            return Withheld.SMALL_GROUP;
        }
        if (value instanceof Record part && canBeWithheld(part.getClass())) {
            return !figuresStay && isOptional(component) && hasNumberThatStays(part.getClass()) ? null : of(part);
        }
        if (value instanceof List<?> list && list.stream().anyMatch(Withholding::isFigure)) {
            return list.stream()
                    .filter(part -> figuresStay || canBeWithheld(part.getClass()))
                    .map(part -> part instanceof Record member && canBeWithheld(member.getClass()) ? of(member) : part)
                    .toList();
        }
        if (figuresStay || !isFigure(value)) {
            return value;
        }
        return value instanceof Map ? Map.of() : isOptional(component) ? null : value;
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean hasNumberThatStays(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(part -> part.getType() == long.class || part.getType() == double.class);
    }

    private static boolean isFigure(@Nullable Object value) {
        return value instanceof Number
                || value instanceof Map
                || (value instanceof Record && value.getClass().getPackageName().equals(RESULTS));
    }

    /** Whether it, or something in it, has a mark of its own. */
    private static boolean canBeWithheld(Class<?> type) {
        return type.isRecord()
                && type.getPackageName().equals(RESULTS)
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(part -> part.getType() == Withheld.class || canBeWithheld(part.getType()));
    }
}
