/** The door: takes events over HTTP, checks them, hides who they are about, and writes them to topics. */
@NullMarked
package io.cultivar.ingest;

import org.jspecify.annotations.NullMarked;
