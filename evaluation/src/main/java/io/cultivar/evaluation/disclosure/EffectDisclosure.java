package io.cultivar.evaluation.disclosure;

import io.cultivar.contract.result.ArmChange;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Withheld;
import org.jspecify.annotations.Nullable;

/**
 * What may be seen of an effect: nothing where an arm is small; else all but what tells how few people are pending or lost,
 * did or did not complete, have values beyond the cap, or stand behind the placebo.
 *
 * @param group how many people a count needs
 * @param arm how many measured people each arm needs
 */
record EffectDisclosure(long group, long arm) {

    Effect mark(Effect effect) {
        Comparison numbers = effect.comparison();
        boolean small = numbers != null && (isSmallArm(numbers.treatment()) || isSmallArm(numbers.control()));
        return effect.marked(small ? Withheld.SMALL_GROUP : null);
    }

    /** An arm with nobody in it reveals nobody. */
    private boolean isSmallArm(@Nullable ArmChange change) {
        return change != null && people(change.assigned()) > 0 && people(change.measured()) < arm;
    }

    /** A marked effect without its numbers, and without what was concluded from them. */
    Effect redact(Effect effect) {
        Comparison numbers = effect.comparison();
        if (effect.withheld() == null && numbers != null) {
            return effect.showing(redact(numbers));
        }
        return new Effect(
                effect.metric(),
                effect.definition(),
                effect.primary(),
                effect.design(),
                effect.provisional(),
                null,
                Evidence.WITHHELD,
                Decision.NOT_PROVEN_YET,
                effect.reasons(),
                effect.withheld());
    }

    private Comparison redact(Comparison numbers) {
        ArmChange control = numbers.control();
        boolean lost = hidesLost(numbers.treatment()) || hidesLost(control);
        long completed = people(numbers.completed());
        boolean completers =
                isSmall(completed) || isSmall(people(numbers.treatment().measured()) - completed);
        boolean placebo = people(numbers.placeboMeasured()) < arm;
        return new Comparison(
                redact(numbers.treatment()),
                control == null ? null : redact(control),
                numbers.differenceInDifferences(),
                numbers.relative(),
                numbers.minimumDetectable(),
                isSmall(people(numbers.capped())) ? null : numbers.uncapped(),
                null,
                lost ? null : numbers.conservative(),
                completers ? null : numbers.completers(),
                numbers.postOnly(),
                numbers.lin(),
                numbers.ancova(),
                numbers.hedgesG(),
                numbers.hedgesGOfChange(),
                numbers.baseline(),
                placebo ? null : numbers.placebo(),
                lost ? null : numbers.attrition(),
                completers ? null : numbers.completed(),
                placebo ? null : numbers.placeboMeasured());
    }

    private boolean hidesLost(@Nullable ArmChange arm) {
        return arm != null && (isSmall(people(arm.pending())) || isSmall(people(arm.missing())));
    }

    /** Both counts go where one is small: what is left of the arm would tell it. */
    private ArmChange redact(ArmChange change) {
        if (!hidesLost(change)) {
            return change;
        }
        return new ArmChange(
                change.assigned(),
                change.measured(),
                null,
                null,
                change.meanBefore(),
                change.meanAfter(),
                change.meanChange(),
                change.change());
    }

    private boolean isSmall(long count) {
        return count > 0 && count < group;
    }

    private static long people(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
