package io.cultivar.metricsapi.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the Compose files of this repository say. */
final class ComposeFiles {

    static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..");
    static final String ONE = "docker-compose.yml";
    static final String REPLICATED = "docker-compose.replicated.yml";

    private ComposeFiles() {}

    static Map<?, ?> map(@Nullable Object node) {
        return (Map<?, ?>) Objects.requireNonNull(node);
    }

    static Map<?, ?> content(String file) throws IOException {
        return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(ROOT.resolve(file))));
    }

    /** What each file says of each service that it introduces; the second one only adds to the others. */
    static Map<String, Map<?, ?>> services() throws IOException {
        Map<String, Map<?, ?>> services = new LinkedHashMap<>();
        for (String file : List.of(ONE, REPLICATED)) {
            map(content(file).get("services")).forEach((name, service) -> {
                if (map(service).containsKey("image")) {
                    services.put((String) name, map(service));
                }
            });
        }
        return services;
    }

    /** The services of the one file alone. */
    static Map<String, Map<?, ?>> single() throws IOException {
        Map<String, Map<?, ?>> services = new LinkedHashMap<>();
        map(content(ONE).get("services")).forEach((name, service) -> services.put((String) name, map(service)));
        return services;
    }

    /** The services of both files, as Compose lays the second over the first: as far as these files go. */
    static Map<String, Map<?, ?>> replicated() throws IOException {
        Map<String, Map<?, ?>> services = single();
        Map<String, Map<?, ?>> first = single();
        map(content(REPLICATED).get("services")).forEach((name, service) -> {
            Object extended = map(service).get("extends");
            Object base = extended == null ? name : map(extended).get("service");
            services.put((String) name, laidOver(first.getOrDefault((String) base, Map.of()), map(service)));
        });
        return services;
    }

    private static Map<?, ?> laidOver(Map<?, ?> base, Map<?, ?> added) {
        Map<Object, Object> all = new LinkedHashMap<>(base);
        added.forEach((key, value) -> {
            Object before = base.get(key);
            if (before instanceof Map<?, ?> settings) {
                all.put(key, laidOver(settings, map(value)));
            } else if (before instanceof List<?> list && key.equals("volumes")) {
                all.put(key, volumes(list, (List<?>) value));
            } else {
                all.put(key, value);
            }
        });
        return all;
    }

    /** One at the same place in the container takes the place of the one before. */
    private static List<Object> volumes(List<?> base, List<?> added) {
        Map<String, Object> byTarget = new LinkedHashMap<>();
        Stream.concat(base.stream(), added.stream()).forEach(volume -> byTarget.put(target((String) volume), volume));
        return List.copyOf(byTarget.values());
    }

    /** Where a volume is seen in the container: {@code source:target} or {@code source:target:ro}. */
    static String target(String volume) {
        String[] parts = volume.replaceAll("\\$\\{[^}]*}", "").split(":", -1);
        return parts[1];
    }
}
