package io.cultivar.local.containers;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

/** Prometheus as its makers publish it, on this machine's own network, because the services listen on loopback only. */
final class ContainedPrometheus extends Prometheus {

    private static final String IMAGE = "prom/prometheus:v3.5.3";

    private final GenericContainer<?> container;

    private ContainedPrometheus(GenericContainer<?> container, int port) {
        super(port);
        this.container = container;
    }

    static Prometheus start(Map<String, String> files, int port) {
        GenericContainer<?> container = new GenericContainer<>(IMAGE)
                .withNetworkMode("host")
                .withCommand("--config.file=/tmp/prometheus.yml", "--storage.tsdb.path=/tmp/data", listenOption(port))
                .waitingFor(Wait.forLogMessage(".*Server is ready to receive web requests.*\\n", 1));
        files.forEach((path, text) -> container.withCopyToContainer(Transferable.of(text), "/tmp/" + path));
        container.start();
        return new ContainedPrometheus(container, port);
    }

    @Override
    Lint lint(String exposition) throws Exception {
        container.copyFileToContainer(
                Transferable.of(exposition.getBytes(StandardCharsets.UTF_8)), "/tmp/exposition.txt");
        ExecResult result = container.execInContainer("sh", "-c", "promtool check metrics < /tmp/exposition.txt");
        return new Lint(result.getExitCode(), result.getStdout() + result.getStderr());
    }

    @Override
    public void close() {
        container.close();
    }
}
