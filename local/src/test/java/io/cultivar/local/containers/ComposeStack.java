package io.cultivar.local.containers;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The stack as {@code make up} starts it, but for Grafana, under a name and an address of its own, so that it does not meet
 * another one. It packs what the modules' {@code target/distribution} hold.
 */
final class ComposeStack implements AutoCloseable {

    /** Not 127.0.0.1, where a stack of the developer's own may listen. */
    static final String ADDRESS = "127.0.0.2";

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final String SECRETS = """
            CULTIVAR_PSEUDONYM_KEY=b25seS1mb3ItdGhpcy10ZXN0LW9ubHktZm9yLXRoaXM=
            GRAFANA_ADMIN_PASSWORD=only-for-this-test
            CULTIVAR_SESSION_SECRET=b25seS1mb3ItdGhpcy10ZXN0LW9ubHktZm9yLXRoaXM=
            POSTGRES_PASSWORD=only-for-this-test
            GRAFANA_READER_PASSWORD=only-for-this-test
            """;

    /** Of the test alone, as new ones would be: 256 bits, which are the same each time. */
    private static final String KEY = "cultivar_" + "k".repeat(43);

    private final List<String> compose;
    private final Path secrets;
    private final HttpClient http = HttpClient.newHttpClient();

    private ComposeStack(Path directory, String project, String... files) {
        compose = new ArrayList<>(List.of("docker", "compose", "-p", project));
        try {
            compose.addAll(List.of(
                    "--env-file",
                    Files.writeString(directory.resolve(project + ".env"), SECRETS)
                            .toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        secrets = directory;
        writeKeys();
        for (String file : files) {
            compose.addAll(List.of("-f", file));
        }
    }

    /** The files that {@code make env} would write. */
    private void writeKeys() {
        try {
            String scrape = KEY.replace('k', 's');
            Files.writeString(
                    secrets.resolve("access-keys"),
                    "test analyst %s%nprometheus scrape %s%n".formatted(sha256(KEY), sha256(scrape)));
            Files.writeString(secrets.resolve("scrape-key"), scrape);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Starts it on empty volumes and returns when all of it is healthy. */
    static ComposeStack start(Path directory, String project, String... files) {
        var stack = new ComposeStack(directory, project, files);
        try {
            stack.up();
        } catch (RuntimeException | AssertionError e) {
            stack.close();
            throw e;
        }
        return stack;
    }

    /** Starts what is not running, and returns when all of it is healthy. */
    void up() {
        compose("up", "-d", "--build", "prometheus", "alertmanager", "postgres");
        awaitHealthy();
    }

    /** Stops and removes the containers; what they keep stays. */
    void down() {
        compose("down", "--remove-orphans");
    }

    /** Ends the first process of a service's container from outside, as the kernel would, so that the engine starts it again. */
    void kill(String service) {
        String container = compose("ps", "-q", service).strip();
        int before = restarts(container);
        long pid = Long.parseLong(run(List.of("docker", "inspect", "-f", "{{.State.Pid}}", container))
                .strip());
        ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalStateException("the engine's process " + pid + " is not on this machine"))
                .destroyForcibly();
        await().atMost(PATIENCE).pollInterval(INTERVAL).until(() -> restarts(container) > before);
    }

    private int restarts(String container) {
        return Integer.parseInt(run(List.of("docker", "inspect", "-f", "{{.RestartCount}}", container))
                .strip());
    }

    /** What is not healthy is tried again, as the containers' own checks are. */
    void awaitHealthy() {
        await().atMost(PATIENCE)
                .pollInterval(INTERVAL)
                .until(() -> states().stream().allMatch("running healthy"::equals));
    }

    private List<String> states() {
        List<String> command = new ArrayList<>(List.of(
                "docker", "inspect", "-f", "{{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{end}}"));
        command.addAll(compose("ps", "-a", "-q").lines().toList());
        return run(command).lines().toList();
    }

    /** The volumes of its containers: with a name of this project, or else of nobody. */
    Set<String> volumes() {
        List<String> command = new ArrayList<>(List.of(
                "docker",
                "inspect",
                "-f",
                "{{range .Mounts}}{{if eq .Type \"volume\"}}{{println .Name}}{{end}}{{end}}"));
        command.addAll(compose("ps", "-a", "-q").lines().toList());
        return run(command).lines().filter(line -> !line.isBlank()).collect(Collectors.toSet());
    }

    /**
     * Every table of results as CSV by its name. Left out is what says when something was published or how far it was read,
     * which no two runs share.
     */
    SortedMap<String, String> tables(int port) throws IOException, InterruptedException {
        SortedMap<String, String> tables = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(get(port, "/v1/exports/all.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                tables.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        tables.keySet().removeAll(List.of("publication.json", "restatements.csv", "data-quality.csv"));
        return tables;
    }

    byte[] get(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + ADDRESS + ":" + port + path))
                .header("Authorization", "Bearer " + KEY)
                .timeout(Duration.ofSeconds(20))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode());
        }
        return response.body();
    }

    private String compose(String... arguments) {
        List<String> command = new ArrayList<>(compose);
        command.addAll(Arrays.asList(arguments));
        return run(command);
    }

    private String run(List<String> command) {
        try {
            var builder = new ProcessBuilder(command).directory(ROOT.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "CULTIVAR_PUBLISH",
                            ADDRESS,
                            "CULTIVAR_HOLD_BACK_HOURS",
                            "0",
                            "CULTIVAR_SECRETS",
                            secrets.toString()));
            Path errors = Files.createTempFile("compose", ".log");
            Process process = builder.redirectError(errors.toFile()).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said + Files.readString(errors));
            }
            Files.delete(errors);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command, e);
        }
    }

    /** Leaves nothing. */
    @Override
    public void close() {
        compose("down", "-v", "--remove-orphans");
    }
}
