package io.cultivar.metricsapi.deployment;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A program of this machine, such as promtool. */
public record Tool(String name) {

    public static final Tool PROMTOOL = new Tool("promtool");
    static final Tool AMTOOL = new Tool("amtool");

    /** How it ended and what it said. */
    public record Said(int status, String text) {}

    /** Skips the calling test where the program is missing, loudly. */
    public Tool required() {
        boolean present = isPresent();
        if (!present) {
            System.err.println("SKIPPED: what " + name + " says: there is none on the PATH");
        }
        Assumptions.assumeTrue(present, name + " is on the PATH");
        return this;
    }

    boolean isPresent() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    Said run(String... arguments) throws IOException, InterruptedException {
        return run(Redirect.PIPE, arguments);
    }

    /** Runs it with a file as what it reads. */
    public Said runOn(Path input, String... arguments) throws IOException, InterruptedException {
        return run(Redirect.from(input.toFile()), arguments);
    }

    private Said run(Redirect input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(input)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), said);
    }
}
