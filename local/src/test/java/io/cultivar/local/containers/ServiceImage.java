package io.cultivar.local.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import io.cultivar.contract.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * The image of one service, built from its Dockerfile and what the build has left in {@code target/distribution}, and run
 * with as few rights as docker-compose.yml gives it. It is started when its own health check says that it is well.
 */
final class ServiceImage extends GenericContainer<ServiceImage> {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String LOGGING = "docker/logback.xml";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** The stop period of docker-compose.yml. */
    private static final int STOP_SECONDS = 45;

    ServiceImage(String service, int port, Network network, Map<String, String> environment) {
        super(built(service));
        withNetwork(network);
        withExposedPorts(port);
        withEnv(environment);
        withTmpFs(Map.of("/tmp", "exec,mode=1777,size=128m"));
        withCreateContainerCmdModifier(command -> {
            HostConfig rights = command.getHostConfig();
            if (rights == null) {
                throw new IllegalStateException("Testcontainers sets the host's part before it asks for changes");
            }
            rights.withReadonlyRootfs(true)
                    .withCapDrop(Capability.ALL)
                    .withSecurityOpts(List.of("no-new-privileges:true"));
        });
        waitingFor(Wait.forHealthcheck().withStartupTimeout(PATIENCE));
    }

    private static ImageFromDockerfile built(String service) {
        String distribution = service + "/target/distribution";
        return new ImageFromDockerfile()
                .withFileFromPath("Dockerfile", ROOT.resolve("docker/" + service + ".Dockerfile"))
                .withFileFromPath(LOGGING, ROOT.resolve(LOGGING))
                .withFileFromPath(distribution, ROOT.resolve(distribution));
    }

    /** Where it listens, as seen from here. */
    String url() {
        return "http://" + getHost() + ':' + getFirstMappedPort();
    }

    /** Whom its process belongs to, as the image says. */
    String user() {
        String user = getContainerInfo().getConfig().getUser();
        return user == null ? "" : user;
    }

    /** What the image says it is made of. */
    JsonNode billOfMaterials() {
        return copyFileFromContainer("/opt/cultivar/sbom.json", file -> Json.tree(file.readAllBytes()));
    }

    /** Asks it to stop, as the engine does; the code that it ends with. */
    long exitCode() {
        DockerClient engine = DockerClientFactory.instance().client();
        engine.stopContainerCmd(getContainerId()).withTimeout(STOP_SECONDS).exec();
        InspectContainerResponse.ContainerState state =
                engine.inspectContainerCmd(getContainerId()).exec().getState();
        Long code = state.getExitCodeLong();
        if (code == null) {
            throw new IllegalStateException("it has not ended: " + state);
        }
        return code;
    }
}
