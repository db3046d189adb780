package io.cultivar.contract.result;

import io.cultivar.contract.event.Design;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who took part in a program.
 *
 * @param enrolled people who enrolled
 * @param assignedTreatment people whose first assignment is to treatment
 * @param assignedControl people whose first assignment is to control
 * @param completed people who completed it
 * @param failed people who failed and never completed
 * @param withdrawn people who withdrew and neither completed nor failed
 * @param certified people who ever earned a certificate
 * @param certificationAttempted people of whom it is told whether they earned one; certified / attempted is the
 *     certification rate
 * @param certificationHeld people with a certificate that has not expired
 * @param timed people whose completions tell how long they took
 * @param learnerTimeSeconds the working time of all those completions; null where published and withheld
 * @param leadTimed people who completed it after they enrolled or were assigned to treatment
 * @param meanLeadTimeDays mean days from then to their first completion; null where there is none, or published and withheld
 * @param designs how people came into their arms
 */
public record Participation(
        Count enrolled,
        Count assignedTreatment,
        Count assignedControl,
        Count completed,
        Count failed,
        Count withdrawn,
        Count certified,
        Count certificationAttempted,
        Count certificationHeld,
        Count timed,
        @Nullable BigDecimal learnerTimeSeconds,
        Count leadTimed,
        @Nullable Double meanLeadTimeDays,
        List<Design> designs) {

    public Participation {
        Finite.checkPresent(meanLeadTimeDays);
        designs = List.copyOf(designs);
    }
}
