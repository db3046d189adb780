package io.cultivar.local.containers;

/** What may happen to a broker. */
enum Fault {
    /** It stands still, as a machine that swaps: its connections stay open, and nobody answers. */
    PAUSED,
    /** Nobody reaches it, and it reaches nobody. */
    CUT_OFF,
    /** It ends at once, without a word to anybody. */
    KILLED
}
