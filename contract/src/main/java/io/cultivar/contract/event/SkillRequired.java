package io.cultivar.contract.event;

import java.math.BigDecimal;

/**
 * A department or role needs a skill.
 *
 * @param skill the skill
 * @param level the level needed, 0 to 5
 */
public record SkillRequired(String skill, BigDecimal level) implements EventData {

    static SkillRequired read(Fields data) {
        return new SkillRequired(data.name("skill"), data.decimal("level", "0", "5"));
    }

    @Override
    public EventType type() {
        return EventType.SKILL_REQUIRED;
    }
}
