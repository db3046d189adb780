/** Everything in one process with an embedded broker; the default a newcomer runs. */
@NullMarked
package io.cultivar.local;

import org.jspecify.annotations.NullMarked;
