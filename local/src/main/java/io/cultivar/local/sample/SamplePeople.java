package io.cultivar.local.sample;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who works at the sample company: 400 people in eight departments, hired over the twelve years before 2025. */
final class SamplePeople {

    static final String SUPPORT = "support";
    static final String SALES = "sales";
    static final String ENGINEERING = "engineering";
    static final String OPERATIONS = "operations";
    static final String FINANCE = "finance";
    static final String MARKETING = "marketing";
    static final String PEOPLE = "people";
    static final String LEGAL = "legal";

    /** In the order in which the ids are given out. */
    static final List<String> DEPARTMENTS =
            List.of(SUPPORT, SALES, ENGINEERING, OPERATIONS, FINANCE, MARKETING, PEOPLE, LEGAL);

    private static final Map<String, Integer> SIZES = Map.ofEntries(
            entry(SUPPORT, 90),
            entry(SALES, 70),
            entry(ENGINEERING, 80),
            entry(OPERATIONS, 60),
            entry(FINANCE, 30),
            entry(MARKETING, 36),
            entry(PEOPLE, 30),
            entry(LEGAL, 4));

    private static final Map<String, Integer> STARTING_SALARIES = Map.ofEntries(
            entry(SUPPORT, 36_000),
            entry(SALES, 44_000),
            entry(ENGINEERING, 58_000),
            entry(OPERATIONS, 38_000),
            entry(FINANCE, 47_000),
            entry(MARKETING, 45_000),
            entry(PEOPLE, 43_000),
            entry(LEGAL, 62_000));

    private static final List<String> GRADES = List.of("associate", "specialist", "specialist", "senior", "lead");
    private static final List<String> LOCATIONS = List.of("Lisbon", "Lisbon", "Hamburg", "Hamburg", "Warsaw");
    private static final LocalDate FIRST_HIRE = LocalDate.parse("2013-01-07");
    private static final LocalDate LAST_HIRE = LocalDate.parse("2024-12-02");

    private SamplePeople() {}

    static List<Employee> of(long seed) {
        Dice dice = Dice.of(seed, "people");
        List<Employee> people = new ArrayList<>();
        for (String department : DEPARTMENTS) {
            for (int i = 0; i < size(department); i++) {
                people.add(hire("E" + (10_001 + people.size()), department, dice));
            }
        }
        return List.copyOf(people);
    }

    private static int size(String department) {
        return SIZES.getOrDefault(department, 0);
    }

    private static Employee hire(String id, String department, Dice dice) {
        int grade = dice.below(GRADES.size());
        int salary = STARTING_SALARIES.getOrDefault(department, 40_000) + 4_000 * grade + 100 * dice.below(40);
        int days = (int) (LAST_HIRE.toEpochDay() - FIRST_HIRE.toEpochDay());
        return new Employee(
                id,
                department,
                department + "-" + GRADES.get(grade),
                dice.pick(LOCATIONS),
                BigDecimal.valueOf(salary),
                FIRST_HIRE.plusDays(dice.below(days)));
    }
}
