package io.cultivar.oracle;

import io.cultivar.contract.event.EventData;
import io.cultivar.contract.result.Withheld;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which components of results, by their path, were there and not empty at least once. Definitions inside are passed over. */
final class ResultPaths {

    private final Set<String> seen = new HashSet<>();

    /** Looks at a result and all that is in it. */
    void see(Record result) {
        see(result.getClass().getSimpleName(), result);
    }

    private void see(String path, @Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            collection.forEach(element -> see(path, element));
        } else if (value instanceof Map<?, ?> map) {
            see(path, map.values());
        } else if (value != null) {
            seen.add(path);
            if (value instanceof Record record && !(value instanceof EventData)) {
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    see(path + "." + component.getName(), of(component, record));
                }
            }
        }
    }

    private static @Nullable Object of(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The outermost paths that a result of this type can have and that none had; exact results withhold nothing. */
    Set<String> missing(Class<? extends Record> type) {
        Set<String> missing = new TreeSet<>();
        collect(type.getSimpleName(), type, missing);
        return missing;
    }

    private void collect(String path, Type type, Set<String> missing) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            collect(path, arguments[arguments.length - 1], missing);
        } else if (type == Withheld.class) {
            return;
        } else if (!seen.contains(path)) {
            missing.add(path);
        } else if (type instanceof Class<?> raw && raw.isRecord() && !EventData.class.isAssignableFrom(raw)) {
            for (RecordComponent component : raw.getRecordComponents()) {
                collect(path + "." + component.getName(), component.getGenericType(), missing);
            }
        }
    }
}
