package io.cultivar.metricsapi.page;

import io.cultivar.contract.result.ProviderKpi;
import io.cultivar.contract.result.ProviderSpend;
import io.cultivar.metricsapi.explained.Plain;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.tables.ProviderRow;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What providers are paid, and which targets they missed. */
final class ProviderChart {

    private static final String ID = "providers";

    /**
     * What one provider was paid in one currency.
     *
     * @param missed targets that were missed at least once; of so many {@code targets}
     */
    record Row(String provider, String currency, double amount, double share, long missed, int targets, String text) {}

    private ProviderChart() {}

    /** Empty where there is no provider. */
    static Stream<PageChart> of(Snapshot snapshot) {
        List<ProviderRow> providers = ProviderRow.all(snapshot).toList();
        if (providers.isEmpty()) {
            return Stream.empty();
        }
        List<Row> rows = providers.stream().flatMap(ProviderChart::rows).toList();
        return Stream.of(new PageChart(
                ID, "providers", "Providers", summary(providers), rows, false, html -> addTable(html, providers)));
    }

    private static String summary(List<ProviderRow> providers) {
        long missing =
                providers.stream().filter(provider -> missed(provider) > 0).count();
        long judged = providers.stream()
                .filter(provider -> !provider.kpis().isEmpty())
                .count();
        return "%s; of %d with agreed targets, %d missed at least one of them at least once."
                .formatted(Plain.count(providers.size(), "provider", "providers"), judged, missing);
    }

    private static long missed(ProviderRow provider) {
        return provider.kpis().stream().filter(kpi -> kpi.breached() > 0).count();
    }

    private static Stream<Row> rows(ProviderRow provider) {
        return provider.spend().stream().map(paid -> row(provider, paid));
    }

    private static Row row(ProviderRow provider, ProviderSpend paid) {
        long missed = missed(provider);
        int targets = provider.kpis().size();
        String text = "%s: %s, %s of the spend with providers; %s."
                .formatted(
                        provider.provider(),
                        Plain.money(paid.currency(), paid.amount().doubleValue()),
                        Plain.percent(paid.share()),
                        targets == 0 ? "no targets agreed" : "missed " + missed + " of " + targets + " targets");
        return new Row(
                provider.provider(), paid.currency(), paid.amount().doubleValue(), paid.share(), missed, targets, text);
    }

    private static void addTable(Html html, List<ProviderRow> providers) {
        html.tableHead("Providers", "Provider", "#Spend", "#Share", "Contract end", "As agreed?");
        providers.forEach(provider -> html.markup("<tr>")
                .cell(provider.provider())
                .number(lines(
                        provider.spend(),
                        paid -> Plain.money(paid.currency(), paid.amount().doubleValue())))
                .number(lines(provider.spend(), paid -> Plain.percent(paid.share())))
                .cell(lines(
                        provider.spend(),
                        paid -> paid.contractEnd() == null
                                ? ""
                                : paid.contractEnd().toString()))
                .cell(lines(provider.kpis(), ProviderChart::kpi))
                .markup("</tr>\n"));
        html.tableEnd();
    }

    private static String kpi(ProviderKpi kpi) {
        return "%s: %s, agreed %s; missed in %d of %s"
                .formatted(
                        kpi.kpi(),
                        kpi.value().toPlainString(),
                        kpi.target().toPlainString(),
                        kpi.breached(),
                        Plain.count(kpi.periods(), "period", "periods"));
    }

    private static <T> String lines(List<T> items, Function<T, String> words) {
        return items.stream().map(words).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
