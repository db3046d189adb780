/** The built-in pages: sentences, figures, tables and charts as HTML, and the files that they load. */
@NullMarked
package io.cultivar.metricsapi.page;

import org.jspecify.annotations.NullMarked;
