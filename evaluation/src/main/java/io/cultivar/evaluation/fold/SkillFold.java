package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.EmploymentChanged;
import io.cultivar.contract.event.EmploymentEnded;
import io.cultivar.contract.event.EmploymentStarted;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.SkillAssessed;
import io.cultivar.evaluation.facts.Facts;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folds the groups that one person works in now, their department and their role, and the person's newest level of each skill. */
final class SkillFold {

    private static final Sums ONE = Sums.ofCounts(1);

    private SkillFold() {}

    static void fold(Facts facts, Contribution.Builder out) {
        Map<String, BigDecimal> levels = new LinkedHashMap<>();
        // The facts come by time, so that a later judgement replaces an earlier one.
        facts.ofType(SkillAssessed.class)
                .forEach(fact -> levels.put(fact.data().skill(), fact.data().level()));
        NavigableSet<String> groups = groups(facts);
        if (groups.size() == 2) {
            levels.keySet().forEach(skill -> out.add(new Cell.SharedLevels(skill, groups.first(), groups.last()), ONE));
        }
        for (String group : groups) {
            out.add(new Cell.GroupMembers(group), ONE);
            levels.forEach((skill, level) -> out.add(new Cell.SkillLevels(skill, group, level), ONE));
        }
    }

    /** Department and role as last told; none for who has left or was never employed. One name for both is one group. */
    private static NavigableSet<String> groups(Facts facts) {
        @Nullable String department = null;
        @Nullable String role = null;
        @Nullable Instant employed = null;
        @Nullable Instant left = null;
        for (Event event : facts.map(event -> event).toList()) {
            if (event.data() instanceof EmploymentStarted started) {
                department = started.department() == null ? department : started.department();
                role = started.role() == null ? role : started.role();
                employed = event.time();
            } else if (event.data() instanceof EmploymentChanged changed) {
                department = changed.department() == null ? department : changed.department();
                role = changed.role() == null ? role : changed.role();
                employed = event.time();
            } else if (event.data() instanceof EmploymentEnded) {
                left = event.time();
            }
        }
        NavigableSet<String> groups = new TreeSet<>();
        if (employed != null && (left == null || !employed.isBefore(left))) {
            Stream.of(department, role).flatMap(Stream::ofNullable).forEach(groups::add);
        }
        return groups;
    }
}
