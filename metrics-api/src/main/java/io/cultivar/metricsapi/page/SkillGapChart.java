package io.cultivar.metricsapi.page;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.SkillGap;
import io.cultivar.metricsapi.explained.Plain;
import io.cultivar.metricsapi.published.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far groups are from the levels that their work needs, the widest gap first. */
final class SkillGapChart {

    private static final String ID = "skill-gaps";

    /** One skill in one group; no level where it is withheld or nobody was assessed. */
    record Row(
            String label,
            double required,
            @Nullable Double meanLevel,
            @Nullable String status,
            String text) {}

    private SkillGapChart() {}

    /** Empty where nothing is required of anybody. */
    static Stream<PageChart> of(Snapshot snapshot) {
        List<SkillGap> gaps = snapshot.company(CompanyResult::skillGaps)
                .sorted(Comparator.comparing(
                                SkillGapChart::gap, Comparator.nullsLast(Comparator.<Double>reverseOrder()))
                        .thenComparing(SkillGap::skill)
                        .thenComparing(SkillGap::group))
                .toList();
        if (gaps.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new PageChart(
                ID,
                "gaps",
                "Skill gaps",
                summary(gaps),
                gaps.stream().map(SkillGapChart::row).toList(),
                false,
                html -> addTable(html, gaps)));
    }

    private static @Nullable Double gap(SkillGap gap) {
        return gap.withheld() == null ? gap.meanGap() : null;
    }

    private static String summary(List<SkillGap> gaps) {
        SkillGap widest = gaps.get(0);
        Double mean = gap(widest);
        long withheld = gaps.stream().filter(gap -> gap.withheld() != null).count();
        String first = mean == null
                ? "No gap is known"
                : "The widest gap is %s in %s: %s levels on average (counting nobody's surplus)"
                        .formatted(widest.skill(), widest.group(), Plain.level(mean));
        return "%s; %d of %d are withheld.".formatted(first, withheld, gaps.size());
    }

    private static Row row(SkillGap gap) {
        String label = gap.skill() + ", " + gap.group();
        double required = gap.required().doubleValue();
        Double level = gap.meanLevel();
        if (gap.withheld() != null) {
            return new Row(label, required, null, "withheld: too few people", label + ": " + PageWords.WITHHELD);
        }
        if (level == null) {
            return new Row(label, required, null, "nobody assessed", label + ": nobody assessed.");
        }
        return new Row(
                label,
                required,
                level,
                null,
                "%s: mean level %s, needed %s; %s of %s assessed are below."
                        .formatted(
                                label,
                                Plain.level(level),
                                gap.required().toPlainString(),
                                text(gap.below()),
                                text(gap.assessed())));
    }

    private static void addTable(Html html, List<SkillGap> gaps) {
        html.tableHead(
                "Skill gaps", "Skill", "Group", "#Level needed", "#Mean level", "#People below", "#People assessed");
        for (SkillGap gap : gaps) {
            html.markup("<tr>")
                    .cell(gap.skill())
                    .cell(gap.group())
                    .number(gap.required().toPlainString());
            if (gap.withheld() == null) {
                Double level = gap.meanLevel();
                html.number(level == null ? "" : Plain.level(level))
                        .number(text(gap.below()))
                        .number(text(gap.assessed()));
            } else {
                html.markup("<td colspan=\"3\">" + PageWords.WITHHELD + "</td>");
            }
            html.markup("</tr>\n");
        }
        html.tableEnd();
    }

    private static String text(@Nullable Long count) {
        return count == null ? "" : count.toString();
    }
}
