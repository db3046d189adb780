package io.cultivar.contract.result;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider was paid and when its contracts end.
 *
 * @param provider the provider
 * @param currency of the amount
 * @param amount what was posted with this provider named
 * @param share of all spend in this currency that names a provider
 * @param programs the programs that it delivers or was paid for
 * @param contractEnd the first contract end among the programs that it delivers; null where none is declared
 */
public record ProviderSpend(
        String provider,
        String currency,
        BigDecimal amount,
        double share,
        List<String> programs,
        @Nullable LocalDate contractEnd) {

    public ProviderSpend {
        Finite.check(share);
        programs = List.copyOf(programs);
    }
}
