package io.cultivar.metricsapi.exposition;

import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.result.SourcingFactor;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.tables.SourcingRow;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** In-house or external, by skill area. */
final class SourcingSeries {

    /** Skill areas that have series, by name. */
    static final int MAX_SKILL_AREAS = 20;

    /** Judged factors of one skill area and sourcing that have series, by name. */
    static final int MAX_FACTORS = 6;

    private final Series series;
    private final String reportingCurrency;

    SourcingSeries(Series series, String reportingCurrency) {
        this.series = series;
        this.reportingCurrency = reportingCurrency;
    }

    void add(Snapshot snapshot) {
        SourcingRow.all(snapshot).limit(MAX_SKILL_AREAS).forEach(this::add);
    }

    private void add(SourcingRow row) {
        boolean reported = reportingCurrency.equals(row.currency());
        String area = row.skillArea();
        if (reported) {
            series.add(TrainingMeters.SOURCING_BENEFIT_DIFFERENCE, Figure.of(row.benefitDifference()), area);
            series.add(TrainingMeters.SOURCING_NET_DIFFERENCE, Figure.of(row.netBenefitDifference()), area);
        }
        add(area, Sourcing.IN_HOUSE, row.inHouse(), reported);
        add(area, Sourcing.EXTERNAL, row.external(), reported);
        for (Sourcing sourcing : Sourcing.values()) {
            row.factors().stream()
                    .filter(factor -> factor.sourcing() == sourcing)
                    .sorted(Comparator.comparing(SourcingFactor::factor))
                    .limit(MAX_FACTORS)
                    .forEach(factor -> series.add(
                            TrainingMeters.SOURCING_FACTOR, factor.score(), area, sourcing.id(), factor.factor()));
        }
    }

    private void add(String area, Sourcing sourcing, SourcingRow.@Nullable Side side, boolean reported) {
        if (side == null) {
            return;
        }
        if (reported) {
            series.add(TrainingMeters.SOURCING_COST, side.costPerCompletion(), area, sourcing.id());
            series.add(TrainingMeters.SOURCING_BENEFIT, Figure.of(side.benefitPerPerson()), area, sourcing.id());
        }
        series.add(TrainingMeters.SOURCING_ROI, Figure.of(side.roi()), area, sourcing.id());
        Double days = side.leadTimeDays();
        series.add(TrainingMeters.SOURCING_LEAD_TIME, days == null ? null : Figure.seconds(days), area, sourcing.id());
    }
}
