package io.cultivar.contract.event;

import java.math.BigDecimal;

/**
 * Somebody judged how well a person masters a skill.
 *
 * @param skill the skill
 * @param level 0 (none) to 5 (expert)
 */
public record SkillAssessed(String skill, BigDecimal level) implements EventData {

    static SkillAssessed read(Fields data) {
        return new SkillAssessed(data.name("skill"), data.decimal("level", "0", "5"));
    }

    @Override
    public EventType type() {
        return EventType.SKILL_ASSESSED;
    }
}
