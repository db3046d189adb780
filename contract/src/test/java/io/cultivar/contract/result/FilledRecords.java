package io.cultivar.contract.result;

import io.cultivar.contract.event.EventData;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/**
 * Makes records out of their components alone: no test has to be rewritten where a record grows. Every value differs from
 * all others of its kind, decimals have trailing zeros, lists and maps have one element.
 */
public final class FilledRecords {

    private final boolean withNullable;
    private int made;

    private FilledRecords(boolean withNullable) {
        this.withNullable = withNullable;
    }

    /** A record that has everything. */
    public static <T extends Record> T full(Class<T> type) {
        return type.cast(new FilledRecords(true).record(type));
    }

    /** A record that lacks everything that may be absent, down to the last of the records in it. */
    public static <T extends Record> T sparse(Class<T> type) {
        return type.cast(new FilledRecords(false).record(type));
    }

    /** The same record with other values: the name of a component, its value, the next name, ... */
    public static <T extends Record> T with(T record, @Nullable Object... namesAndValues) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        Set<Object> names = new LinkedHashSet<>();
        for (int i = 0; i < components.length; i++) {
            values[i] = valueOf(components[i], record);
            for (int named = 0; named < namesAndValues.length; named += 2) {
                if (components[i].getName().equals(namesAndValues[named])) {
                    values[i] = namesAndValues[named + 1];
                    names.add(components[i].getName());
                }
            }
        }
        if (names.size() * 2 != namesAndValues.length) {
            throw new IllegalArgumentException("of the named components there are only " + names);
        }
        @SuppressWarnings("unchecked")
        T made = (T) construct(record.getClass(), values);
        return made;
    }

    private static @Nullable Object valueOf(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The record types that a value of this type may hold, itself included; those of events aside. */
    public static Set<Class<?>> within(Class<? extends Record> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        collect(type, found);
        return found;
    }

    /** Whether a component may be absent. */
    public static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, found));
        } else if (type instanceof Class<?> raw
                && raw.isRecord()
                && !EventData.class.isAssignableFrom(raw)
                && found.add(raw)) {
            Arrays.stream(raw.getRecordComponents()).forEach(component -> collect(component.getGenericType(), found));
        }
    }

    /** A record of these components' values. */
    static Object construct(Class<?> type, @Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object record(Class<?> type) {
        return construct(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(component ->
                                !withNullable && isNullable(component) ? null : value(component.getGenericType()))
                        .toArray());
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class
                    ? Map.of(value(arguments[0]), value(arguments[1]))
                    : List.of(value(arguments[0]));
        }
        Class<?> raw = (Class<?>) type;
        made++;
        if (raw.isRecord()) {
            return record(raw);
        }
        if (raw.isEnum()) {
            Object[] constants = raw.getEnumConstants();
            return Objects.requireNonNull(constants[made % constants.length]);
        }
        return simple(raw);
    }

    private Object simple(Class<?> type) {
        if (type == double.class || type == Double.class) {
            return made / 3.0;
        }
        if (type == long.class || type == Long.class) {
            return (1L << 53) + made;
        }
        if (type == int.class || type == Integer.class) {
            return made;
        }
        if (type == boolean.class || type == Boolean.class) {
            return made % 2 == 0;
        }
        if (type == String.class) {
            return "text " + made;
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(made + ".10");
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(made, made);
        }
        if (type == LocalDate.class) {
            return LocalDate.EPOCH.plusDays(made);
        }
        if (type == YearMonth.class) {
            return YearMonth.of(1970, 1).plusMonths(made);
        }
        if (type == PeriodDuration.class) {
            return PeriodDuration.parse("P" + made + "M");
        }
        throw new IllegalStateException("no value is known for a " + type);
    }
}
