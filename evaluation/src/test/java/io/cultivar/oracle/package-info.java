/**
 * An independent reading of {@code docs/MEANING.md}: a batch oracle that shares no folding code with the product, and seeded
 * random sets of nasty events to compare the two on.
 */
@NullMarked
package io.cultivar.oracle;

import org.jspecify.annotations.NullMarked;
