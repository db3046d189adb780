package io.cultivar.local.containers;

import io.cultivar.local.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the sample company on the embedded broker: one run for all classes that ask for it, started for the first
 * of them and stopped after the last.
 */
final class EmbeddedSampleRun implements ParameterResolver {

    /** Not the number that the containers use: a result must not depend on it. */
    static final int PARTITIONS = 4;

    /** What the tests share; JUnit closes it. */
    private record Shared(Path directory, EmbeddedBroker broker, SampleRun run) implements AutoCloseable {

        static Shared start() {
            try {
                Path directory = Files.createTempDirectory("cultivar-sample");
                EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
                try {
                    return new Shared(
                            directory,
                            broker,
                            SampleRun.on(broker.bootstrapServers(), PARTITIONS, directory.resolve("streams")));
                } catch (RuntimeException | AssertionError e) {
                    broker.close();
                    throw e;
                }
            } catch (IOException e) {
                throw new IllegalStateException("the sample company did not come up on the embedded broker", e);
            }
        }

        @Override
        public void close() throws IOException {
            try (broker) {
                run.close();
            }
            deleteTree(directory);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SampleRun.class;
    }

    @Override
    public SampleRun resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(EmbeddedSampleRun.class))
                .computeIfAbsent(Shared.class, key -> Shared.start(), Shared.class)
                .run();
    }

    private static void deleteTree(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
