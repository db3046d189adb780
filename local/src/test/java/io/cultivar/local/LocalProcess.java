package io.cultivar.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command of ours in a JVM of its own, so that it can be killed. */
final class LocalProcess {

    private LocalProcess() {}

    static Process start(Path directory, List<String> arguments, String... jvmOptions) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LocalMain.class.getName()));
        command.addAll(arguments);
        File log = directory.resolve("console.log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** Where the threads of a process stand that should have ended. */
    static String threads(Process process) {
        try {
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            Process dump = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            return new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the processes of this directory have said. */
    static String log(Path directory) {
        try {
            return Files.readString(directory.resolve("console.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
