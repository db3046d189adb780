/** Checks what is deployed around the services: dashboards, alert rules, Compose files. */
@NullMarked
package io.cultivar.metricsapi.deployment;

import org.jspecify.annotations.NullMarked;
