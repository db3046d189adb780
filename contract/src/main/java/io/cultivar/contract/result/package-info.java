/**
 * What the pipeline finds, as records: the values of the result topics. A quantity that cannot be estimated is absent with
 * a {@link io.cultivar.contract.result.Reason}; no number here is ever NaN or infinite.
 */
@NullMarked
package io.cultivar.contract.result;

import org.jspecify.annotations.NullMarked;
