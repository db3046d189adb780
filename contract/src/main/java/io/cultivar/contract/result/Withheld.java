package io.cultivar.contract.result;

import io.cultivar.contract.Term;

/** Why a result is not published. */
public enum Withheld implements Term {
    /** Fewer people stand behind it than may be seen. */
    SMALL_GROUP("small-group"),
    /** It would reveal a small group by subtraction. */
    COMPLEMENTARY("complementary");

    private final String id;

    Withheld(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
