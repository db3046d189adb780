package io.cultivar.metricsapi.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
}
