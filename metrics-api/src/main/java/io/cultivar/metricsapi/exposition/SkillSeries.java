package io.cultivar.metricsapi.exposition;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.SkillGap;
import io.cultivar.metricsapi.published.Snapshot;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far people are from what their work needs, by skill. The groups that need a skill are added up, because no
 * department or role may be a label; a group that is withheld is not in it.
 */
final class SkillSeries {

    /** Skills that have series: those with most people below the level needed, then by name. */
    static final int MAX_SKILLS = 50;

    private static final double HIGHEST_LEVEL = 5;

    /** One skill over the groups that are shown; level and required are sums over the people assessed. */
    private record Skill(String name, long assessed, long below, double level, double required) {

        static Skill of(SkillGap gap) {
            long assessed = orZero(gap.assessed());
            Double mean = gap.meanLevel();
            return new Skill(
                    gap.skill(),
                    assessed,
                    orZero(gap.below()),
                    mean == null ? 0 : mean * assessed,
                    gap.required().doubleValue() * assessed);
        }

        Skill plus(Skill other) {
            return new Skill(
                    name,
                    assessed + other.assessed,
                    below + other.below,
                    level + other.level,
                    required + other.required);
        }

        private static long orZero(@Nullable Long count) {
            return count == null ? 0 : count;
        }
    }

    private SkillSeries() {}

    static void addTo(Series series, Snapshot snapshot) {
        Map<String, Skill> skills = new TreeMap<>();
        snapshot.company(CompanyResult::skillGaps)
                .filter(gap -> gap.withheld() == null)
                .map(Skill::of)
                .forEach(skill -> skills.merge(skill.name(), skill, Skill::plus));
        skills.values().stream()
                .sorted(Comparator.comparingLong(Skill::below).reversed().thenComparing(Skill::name))
                .limit(MAX_SKILLS)
                .forEach(skill -> add(series, skill));
    }

    private static void add(Series series, Skill skill) {
        series.add(TrainingMeters.SKILL_ASSESSED, skill.assessed(), skill.name());
        series.add(TrainingMeters.SKILL_GAP, skill.below(), skill.name());
        if (skill.assessed() > 0) {
            double people = HIGHEST_LEVEL * skill.assessed();
            series.add(TrainingMeters.SKILL_LEVEL, skill.level() / people, skill.name());
            series.add(TrainingMeters.SKILL_REQUIRED, skill.required() / people, skill.name());
        }
    }
}
