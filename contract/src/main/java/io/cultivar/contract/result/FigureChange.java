package io.cultivar.contract.result;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A published figure that is no longer what it was.
 *
 * @param figure which one
 * @param about what it is about: the metric of an effect, {@code assessment/<id>/<arm>} or {@code skill/<id>/<arm>} of a gain,
 *     the days of a retention difference, the currency of an amount; null where there is only one
 * @param before what had been published; a figure that is published for the first time has not changed
 * @param now what is published; null where it no longer is
 */
public record FigureChange(
        PublishedFigure figure,
        @Nullable String about,
        Bounded before,
        @Nullable Bounded now) {

    public FigureChange {
        if (Objects.equals(before, now)) {
            throw new IllegalArgumentException(figure.id() + " has not changed");
        }
    }
}
