package io.cultivar.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final List<String> BOTH = List.of("company", "program/p");

    private final Backlog backlog = new Backlog();

    @BeforeEach
    void beAnImport() {
        backlog.evaluated("company", 3_000);
        backlog.evaluated("program/p", 999);
        backlog.arrived();
    }

    @Test
    void shouldLetALargeScopeWait_whileSumsComeIn() {
        assertThat(backlog.due(BOTH)).containsExactly("program/p");
    }

    @Test
    void shouldTakeAll_whenNoMoreCame() {
        backlog.due(BOTH);

        assertThat(backlog.due(BOTH)).isEqualTo(BOTH);
    }

    @Test
    void shouldTakeAll_whenTheyHaveWaitedAsLongAsTheyAreLarge_andWaitAgain() {
        for (int beat = 0; beat < 3; beat++) {
            assertThat(backlog.due(BOTH)).as("beat %d", beat).containsExactly("program/p");
            backlog.arrived();
        }
        assertThat(backlog.due(BOTH)).isEqualTo(BOTH);
        backlog.arrived();
        assertThat(backlog.due(BOTH)).containsExactly("program/p");
    }

    @Test
    void shouldNotWait_whereNothingPendingIsLarge() {
        assertThat(backlog.due(List.of("program/p", "program/new"))).containsExactly("program/p", "program/new");
        backlog.arrived();
        backlog.evaluated("company", 500);
        assertThat(backlog.due(BOTH)).isEqualTo(BOTH);
    }
}
