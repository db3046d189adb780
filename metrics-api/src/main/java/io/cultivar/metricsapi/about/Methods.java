package io.cultivar.metricsapi.about;

/** Which methods the published figures were made by. */
public final class Methods {

    /**
     * Goes up with every change by which the same facts give another figure, grade or decision: another estimator, guard,
     * default or rounding. What only adds a figure leaves it.
     */
    public static final String VERSION = "1";

    private Methods() {}
}
