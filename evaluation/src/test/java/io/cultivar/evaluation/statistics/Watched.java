package io.cultivar.evaluation.statistics;

/** Lifetimes written as in R: {@code "5 14 14+"}, a plus where the person was still there. */
final class Watched {

    /** Ties, censoring, a leaver on day 0, the last one still there. */
    static final Lifetimes TREATED = of("0 14 30 30+ 90 90+ 120 180+ 200 250 365 365+ 400+ 400 410+");

    static final Lifetimes CONTROLS = of("5 14 14+ 30 60 90 90 91 150+ 180 300 365 370 380+");

    private Watched() {}

    static Lifetimes of(String durations) {
        return of(durations, 1);
    }

    /** The same, each so many times. */
    static Lifetimes of(String durations, long times) {
        var lifetimes = new Lifetimes.Builder(1_000, null);
        for (String duration : durations.split(" ", -1)) {
            boolean censored = duration.endsWith("+");
            long days = Long.parseLong(censored ? duration.substring(0, duration.length() - 1) : duration);
            lifetimes.add(1_000 - days, censored ? null : 1_000L, null, times);
        }
        return lifetimes.build();
    }
}
