package io.cultivar.metricsapi.access;

import java.io.PrintStream;
import java.security.SecureRandom;

/** Makes a key: prints it once, with the line that lets it in. */
public final class NewKeyCommand {

    /** Its name on the command line. */
    public static final String NAME = "new-key";

    private NewKeyCommand() {}

    /**
     * Prints the key, and the line of the file of keys for it.
     *
     * @throws IllegalArgumentException with one line where the arguments are not a name and a role
     */
    public static void run(String[] arguments, SecureRandom random, PrintStream out) {
        if (arguments.length != 3 || !arguments[0].equals(NAME)) {
            throw new IllegalArgumentException("there is only: " + NAME + " NAME ROLE, with the role one of "
                    + String.join(", ", Role.SCRAPE.orMore()));
        }
        String key = AccessKeys.fresh(random);
        String entry = AccessKeys.line(arguments[1], arguments[2], key);
        out.println("key, shown only now: " + key);
        out.println("line for the file:   " + entry);
    }
}
