/** The tables over HTTP: formats, pages of rows, exports, other assumptions, and the document that describes it all. */
@NullMarked
package io.cultivar.metricsapi.rest;

import org.jspecify.annotations.NullMarked;
