/** The shared language of the services: topics in flow order, the one JSON mapper, the vocabulary of closed sets. */
@NullMarked
package io.cultivar.contract;

import org.jspecify.annotations.NullMarked;
