package io.cultivar.local.sample;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.ProgramDefined;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One program of the sample company, with the truth about it.
 *
 * @param arms who takes part, and how that is decided
 * @param course what they learn
 * @param judgedBy what is measured of those who take part
 * @param effect what it really does
 * @param costs what is paid for it
 */
record ProgramPlan(
        String id,
        ProgramDefined definition,
        Arms arms,
        Course course,
        SampleMetric judgedBy,
        @Nullable Effect effect,
        List<Cost> costs) {

    ProgramPlan {
        costs = List.copyOf(costs);
    }

    /**
     * How people come into the program.
     *
     * @param treated how many take part, at most
     * @param controls how many are assigned to the control arm, at most; 0 where nobody is assigned at all
     * @param starts the index dates; people are spread evenly over them, in both arms alike
     * @param controlsFollowOn when the controls take part too
     */
    record Arms(
            Design design,
            List<String> departments,
            int treated,
            int controls,
            List<LocalDate> starts,
            @Nullable LocalDate controlsFollowOn) {
        Arms {
            departments = List.copyOf(departments);
            starts = List.copyOf(starts);
        }
    }

    /**
     * What is taught.
     *
     * @param days from start to completion; the effect starts with the completion
     * @param tested whether there are assessments
     * @param certificateMonths for how long the certificate holds that those who complete earn; 0 where there is none
     */
    record Course(String id, String skill, Duration duration, int days, boolean tested, int certificateMonths) {}

    /** What completing really adds to one value of a metric. */
    record Effect(SampleMetric metric, double added) {}

    /**
     * An amount in euros that is paid in equal parts, month by month of 2025.
     *
     * @param error standard error of each part, in euros; 0 where it is known
     */
    record Cost(CostCategory category, int euros, int error, int firstMonth, int months) {}
}
