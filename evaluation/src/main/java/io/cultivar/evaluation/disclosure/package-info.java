/** Who may be seen: which results are withheld because too few people stand behind them. */
@NullMarked
package io.cultivar.evaluation.disclosure;

import org.jspecify.annotations.NullMarked;
