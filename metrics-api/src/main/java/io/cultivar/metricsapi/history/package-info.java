/** What is published, kept in PostgreSQL for whoever asks in SQL. It knows tables of JSON rows, not what is in them. */
@NullMarked
package io.cultivar.metricsapi.history;

import org.jspecify.annotations.NullMarked;
