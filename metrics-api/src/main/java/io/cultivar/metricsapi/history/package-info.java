/**
 * What is published, kept in PostgreSQL for whoever asks in SQL. Only {@link io.cultivar.metricsapi.history.HistoryTables}
 * knows what is in the tables; what writes them knows tables of JSON rows.
 */
@NullMarked
package io.cultivar.metricsapi.history;

import org.jspecify.annotations.NullMarked;
