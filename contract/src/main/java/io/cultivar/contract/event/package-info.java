/** Every event that may enter, as records with their reading rules: the public contract. */
@NullMarked
package io.cultivar.contract.event;

import org.jspecify.annotations.NullMarked;
