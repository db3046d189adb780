/** From one subject's facts to its contribution: which sums it adds to, by how much. */
@NullMarked
package io.cultivar.evaluation.fold;

import org.jspecify.annotations.NullMarked;
