package io.cultivar.metricsapi.access;

import io.cultivar.contract.Term;
import java.util.Arrays;
import java.util.List;

/** What somebody may see; each role may do whatever those before it may. */
public enum Role implements Term {
    /** What Prometheus collects, nothing else. */
    SCRAPE("scrape"),
    /** The pages, the tables as JSON, scenarios. */
    LEADER("leader"),
    /** Files and exports, earlier publications, restatements. */
    ANALYST("analyst"),
    /** Who read what. */
    ADMIN("admin");

    private final String id;

    Role(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** This role and all that include it, for messages that say which would have done. */
    List<String> orMore() {
        return Arrays.stream(values())
                .filter(role -> role.includes(this))
                .map(Role::id)
                .toList();
    }
}
