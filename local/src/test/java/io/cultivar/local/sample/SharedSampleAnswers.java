package io.cultivar.local.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one {@link SampleAnswers} for all classes that ask: started for the first, stopped after the last. */
final class SharedSampleAnswers implements ParameterResolver {

    /** What the tests share; JUnit closes it. */
    private record Shared(Path directory, SampleAnswers answers) implements AutoCloseable {

        static Shared start() {
            try {
                Path directory = Files.createTempDirectory("cultivar-answers");
                return new Shared(directory, SampleAnswers.start(directory));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            answers.close();
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SampleAnswers.class;
    }

    @Override
    public SampleAnswers resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedSampleAnswers.class))
                .computeIfAbsent(Shared.class, key -> Shared.start(), Shared.class)
                .answers();
    }
}
