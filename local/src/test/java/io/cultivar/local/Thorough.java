package io.cultivar.local;

/** Whether the tests may take many minutes: in {@code make soak} they try many more event sets than in {@code make test}. */
final class Thorough {

    private Thorough() {}

    static boolean is() {
        return Boolean.getBoolean("cultivar.thorough");
    }
}
