package io.cultivar.metricsapi;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.ProviderKpi;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.SkillGap;
import io.cultivar.contract.result.Withheld;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of the page. */
final class PageTables {

    private PageTables() {}

    static void addPrograms(Html html, Snapshot snapshot) {
        html.tableHead("Program", "#ROI", "#95 % interval", "Evidence", "Decision", "Why");
        snapshot.programs().forEach(program -> addProgram(html, program));
        html.tableEnd();
    }

    private static void addProgram(Html html, ProgramResult program) {
        String title = ProgramFacts.title(program);
        Returns returns = program.returns();
        Bounded roi = returns.withheld() == null ? returns.roi() : null;
        html.markup(ProgramState.isUnproven(program) ? "<tr class=\"unproven\">" : "<tr>")
                .cell(title == null ? program.program() : title)
                .number(roi == null ? "" : Plain.percent(roi.value()))
                .number(roi == null ? "" : Plain.percent(roi.shown()) + looks(roi))
                .cell(roi == null ? "" : evidence(returns))
                .element("td", "decision", roi == null ? "" : word(returns.decision()))
                .cell(ProgramState.of(program))
                .markup("</tr>\n");
    }

    /** Whoever looks daily should know where the interval is for one look only. */
    private static String looks(Bounded roi) {
        return roi.alwaysValid() == null && roi.shown() != null ? " (one look)" : "";
    }

    private static String evidence(Returns returns) {
        return returns.evidence().grade().id() + ": "
                + ExplainedEvidence.meaning(returns.evidence().grade());
    }

    static String word(Decision decision) {
        return switch (decision) {
            case EXPAND -> "Expand";
            case NOT_PROVEN_YET -> "Not proven yet";
            case STOP_OR_FIX -> "Stop or fix";
        };
    }

    static void addProviders(Html html, Snapshot snapshot) {
        List<ProviderRow> providers = ProviderRow.all(snapshot).toList();
        if (providers.isEmpty()) {
            return;
        }
        html.markup("<h2>Providers</h2>\n").tableHead("Provider", "#Spend", "#Share", "Contract end", "As agreed?");
        providers.forEach(provider -> html.markup("<tr>")
                .cell(provider.provider())
                .number(lines(provider.spend(), paid -> Plain.money(
                        paid.currency(), paid.amount().doubleValue())))
                .number(lines(provider.spend(), paid -> Plain.percent(paid.share())))
                .cell(lines(
                        provider.spend(),
                        paid -> paid.contractEnd() == null
                                ? ""
                                : paid.contractEnd().toString()))
                .cell(lines(provider.kpis(), PageTables::kpi))
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

    static void addSkillGaps(Html html, Snapshot snapshot) {
        List<SkillGap> gaps = snapshot.company(CompanyResult::skillGaps).toList();
        if (gaps.isEmpty()) {
            return;
        }
        html.markup("<h2>Skill gaps</h2>\n")
                .tableHead("Skill", "Group", "#Level needed", "#Mean level", "#People below", "#People assessed");
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
                html.markup("<td colspan=\"3\">Withheld: too few people stand behind it to be shown.</td>");
            }
            html.markup("</tr>\n");
        }
        html.tableEnd();
    }

    private static String text(@Nullable Long count) {
        return count == null ? "" : count.toString();
    }
}
