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
 * @param completed people with a completion that was completed
 * @param failed people with a completion that was failed
 * @param withdrawn people who withdrew
 * @param certified people who earned a certificate
 * @param learnerTimeSeconds working time of all completions that tell theirs; null where published and withheld
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
        @Nullable BigDecimal learnerTimeSeconds,
        List<Design> designs) {

    public Participation {
        designs = List.copyOf(designs);
    }
}
