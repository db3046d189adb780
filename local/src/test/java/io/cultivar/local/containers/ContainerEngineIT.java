package io.cultivar.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContainerEngineIT {

    @Test
    void shouldBeThereWhereItIsRequired() {
        // given
        boolean required = ContainerEngine.required();

        // when
        boolean available = ContainerEngine.available();

        // then
        if (!available) {
            ContainerEngine.saySkipped("every test that needs containers", "no container engine answers");
        }
        assertThat(available || !required)
                .as("REQUIRE_DOCKER is true, so a container engine has to answer")
                .isTrue();
    }
}
