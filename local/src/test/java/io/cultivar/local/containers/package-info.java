/**
 * The services against the real neighbours, in containers: a Kafka broker, a Prometheus. Without a container engine
 * these tests are skipped and say so; with {@code REQUIRE_DOCKER=true} that is a failure.
 */
@NullMarked
package io.cultivar.local.containers;

import org.jspecify.annotations.NullMarked;
