/** What published results mean, in words: numbers as people write them, grades, reasons, and what is known about a program. */
@NullMarked
package io.cultivar.metricsapi.explained;

import org.jspecify.annotations.NullMarked;
