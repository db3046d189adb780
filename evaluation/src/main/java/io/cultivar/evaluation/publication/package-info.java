/** What changed between two publications, what caused it, and when one may follow another. */
@NullMarked
package io.cultivar.evaluation.publication;

import org.jspecify.annotations.NullMarked;
