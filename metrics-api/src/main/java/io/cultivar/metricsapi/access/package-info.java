/** Who may see what: keys, tokens, sessions, the least role of each path, and the log of who read it. */
@NullMarked
package io.cultivar.metricsapi.access;

import org.jspecify.annotations.NullMarked;
