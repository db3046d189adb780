package io.cultivar.evaluation.program;

import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.RetentionComparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a program before its returns are worked out.
 *
 * @param retention null without assigned controls
 */
record Findings(
        Costs costs,
        List<Effect> effects,
        List<AssessmentResult> assessments,
        @Nullable RetentionComparison retention) {}
