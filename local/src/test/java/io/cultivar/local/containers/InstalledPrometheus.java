package io.cultivar.local.containers;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The programs {@code prometheus} and {@code promtool} of this machine. */
final class InstalledPrometheus extends Prometheus {

    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final Path directory;

    private InstalledPrometheus(Process process, int port, Path directory) {
        super(port);
        this.process = process;
        this.directory = directory;
    }

    static boolean present() {
        List<String> path = Arrays.asList(System.getenv("PATH").split(File.pathSeparator, -1));
        return List.of("prometheus", "promtool").stream()
                .allMatch(program -> path.stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }

    static Prometheus start(Map<String, String> files, int port, Path directory) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + directory.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        listenOption(port))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
        return new InstalledPrometheus(process, port, directory);
    }

    @Override
    Lint lint(String exposition) throws Exception {
        Path file = Files.writeString(directory.resolve("exposition.txt"), exposition);
        Process promtool = new ProcessBuilder("promtool", "check", "metrics")
                .redirectErrorStream(true)
                .redirectInput(file.toFile())
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Lint(promtool.waitFor(), said);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
