/** From the set of events about one subject to the facts that count: identity, retraction, erasure, corrections. */
@NullMarked
package io.cultivar.evaluation.facts;

import org.jspecify.annotations.NullMarked;
