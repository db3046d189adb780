package io.cultivar.contract.result;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far people of one group are from what their work needs.
 *
 * @param skill the skill
 * @param group the department or role that needs it
 * @param required the level needed, 0 to 5
 * @param employees people employed in the group
 * @param assessed those of them with a level (n)
 * @param meanLevel mean of their newest levels, 0 to 5
 * @param meanGap mean of required - level over those below, everybody else counted as 0
 * @param below those below the level needed
 * @param withheld why publication withholds the numbers; null where it does not
 */
public record SkillGap(
        String skill,
        String group,
        BigDecimal required,
        @Nullable Long employees,
        @Nullable Long assessed,
        @Nullable Double meanLevel,
        @Nullable Double meanGap,
        @Nullable Long below,
        @Nullable Withheld withheld) {

    public SkillGap {
        Finite.checkPresent(meanLevel, meanGap);
    }
}
