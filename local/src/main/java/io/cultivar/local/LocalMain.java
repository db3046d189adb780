package io.cultivar.local;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Cultivar on one machine: {@code demo}, {@code run}, {@code evaluate}, {@code sample}. */
@Command(
        name = "cultivar",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        synopsisSubcommandLabel = "(demo | run | evaluate | sample)",
        description = "What training returns, measured as it happens.")
public final class LocalMain {

    private LocalMain() {}

    /** Runs one command and exits with its code: 0 done, 1 failed, 2 unreadable input or wrong options. */
    public static void main(String[] args) {
        System.exit(commandLine(System.err, InstantSource.system(), new SecureRandom())
                .execute(args));
    }

    static CommandLine commandLine(PrintStream console, InstantSource clock, SecureRandom random) {
        return new CommandLine(new LocalMain())
                .addSubcommand(new DemoCommand(console, clock, random))
                .addSubcommand(new RunCommand(console, random))
                .addSubcommand(new EvaluateCommand(console, clock, random))
                .addSubcommand(new SampleCommand(console, clock))
                .setExecutionExceptionHandler((exception, command, parsed) -> report(exception, console));
    }

    private static int report(Exception exception, PrintStream console) {
        console.println("cultivar: " + exception.getMessage());
        if (exception instanceof UnreadableInputException) {
            return 2;
        }
        exception.printStackTrace(console);
        return 1;
    }
}
