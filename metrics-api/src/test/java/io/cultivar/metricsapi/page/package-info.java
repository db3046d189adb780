/** Checks the pages, in a browser too. */
@NullMarked
package io.cultivar.metricsapi.page;

import org.jspecify.annotations.NullMarked;
