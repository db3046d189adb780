package io.cultivar.oracle;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.evaluation.sums.Cell;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Rules 12 and 13, and what is said about groups, providers and skill areas. */
final class CompanyOracle {

    private CompanyOracle() {}

    /** What one person adds, given their facts up to asOf. */
    static void person(List<Fact> facts, Tally tally) {
        skills(facts, tally);
        FeedbackOracle.addUp(facts, tally);
    }

    /** Rule 14. */
    private static void skills(List<Fact> facts, Tally tally) {
        Optional<Instant> at = facts.stream()
                .filter(CompanyOracle::tellsEmployment)
                .map(Fact::time)
                .max(Instant::compareTo);
        Optional<Instant> left = facts.stream()
                .filter(fact -> fact.is("employment.ended"))
                .map(Fact::time)
                .max(Instant::compareTo);
        if (at.isEmpty() || left.map(at.get()::isBefore).orElse(false)) {
            return;
        }
        Set<String> groups = new TreeSet<>();
        for (String field : List.of("department", "role")) {
            facts.stream()
                    .filter(CompanyOracle::tellsEmployment)
                    .filter(fact -> fact.has(field))
                    .max(Fact.HAPPENED)
                    .ifPresent(fact -> groups.add(fact.text(field)));
        }
        Map<String, Fact> newest = new HashMap<>();
        facts.stream()
                .filter(fact -> fact.is("skill.assessed"))
                .sorted(Fact.HAPPENED)
                .forEach(fact -> newest.put(fact.text("skill"), fact));
        if (groups.size() > 1) {
            List<String> both = List.copyOf(groups);
            newest.keySet().forEach(skill -> tally.count(new Cell.SharedLevels(skill, both.get(0), both.get(1)), 1));
        }
        for (String group : groups) {
            tally.count(new Cell.GroupMembers(group), 1);
            newest.forEach((skill, fact) -> tally.count(new Cell.SkillLevels(skill, group, fact.number("level")), 1));
        }
    }

    private static boolean tellsEmployment(Fact fact) {
        return fact.is("employment.started") || fact.is("employment.changed");
    }

    /** "Of what is said about no person": requirements and judgements are undated, figures are not. */
    static void addUp(String key, Collection<Fact> counting, Instant asOf, Tally tally) {
        String subject = key.substring(key.indexOf('/') + 1);
        Map<List<String>, Fact> judged = new HashMap<>();
        for (Fact fact : counting) {
            if (fact.is("skill.required")) {
                tally.add(new Cell.SkillRequirement(fact.text("skill"), subject), BigDecimal.ONE, fact.number("level"));
            } else if (fact.is("provider.measured") && !fact.time().isAfter(asOf)) {
                tally.count(
                        new Cell.ProviderFigure(
                                subject,
                                fact.text("kpi"),
                                fact.time(),
                                fact.number("value"),
                                fact.number("target"),
                                Oracle.term(Better.class, fact.text("better"))),
                        1);
            } else if (fact.is("sourcing.scored")) {
                judged.merge(
                        List.of(fact.text("sourcing"), fact.text("factor")),
                        fact,
                        (one, other) -> Fact.HAPPENED.compare(one, other) > 0 ? one : other);
            }
        }
        judged.values()
                .forEach(fact -> tally.count(
                        new Cell.SourcingScore(
                                subject,
                                Oracle.term(Sourcing.class, fact.text("sourcing")),
                                fact.text("factor"),
                                fact.number("score"),
                                fact.text("author"),
                                fact.text("reason")),
                        1));
    }
}
