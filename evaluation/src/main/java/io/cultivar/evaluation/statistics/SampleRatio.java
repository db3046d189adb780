package io.cultivar.evaluation.statistics;

/**
 * Sample ratio mismatch: whether people were split between the arms as declared. Pearson's chi-square with one degree of
 * freedom, X^2 = (n_T - N a)^2 / (N a (1 - a)), a the declared share of the treated. A tiny p says that something other than the
 * declared lottery decided who is in which arm, or who is missing from it (Fabijan and others 2019 use p &lt; .0005 to .001).
 */
public final class SampleRatio {

    private SampleRatio() {}

    /**
     * The p-value of the split; 1 where nobody is in either arm. With a declared share of 0 or 1 any person in the arm that
     * must be empty makes it 0.
     */
    public static double p(long treated, long controls, double allocation) {
        double people = (double) treated + controls;
        double surplus = treated - people * allocation;
        if (surplus == 0) {
            return 1;
        }
        double variance = people * allocation * (1 - allocation);
        return variance <= 0 ? 0 : ChiSquare.upperTail(surplus * surplus / variance, 1);
    }
}
