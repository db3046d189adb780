package io.cultivar.local.containers;

import org.testcontainers.DockerClientFactory;

/** Whether there is a container engine, and whether there has to be one. */
final class ContainerEngine {

    private ContainerEngine() {}

    static boolean available() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** Set where an engine is always there, as on a build server, so that a skipped test cannot go unnoticed. */
    static boolean required() {
        return Boolean.parseBoolean(System.getenv().getOrDefault("REQUIRE_DOCKER", "false"));
    }

    /** A skipped test looks like a passed one in most reports, so the reason stands in the log. */
    static void saySkipped(String what, String why) {
        System.err.println("SKIPPED: " + what + ": " + why);
    }
}
