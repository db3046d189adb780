/** Topics into topics: wiring only, no arithmetic. {@code Pipeline} is the whole picture. */
@NullMarked
package io.cultivar.streams;

import org.jspecify.annotations.NullMarked;
