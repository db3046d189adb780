package io.cultivar.local.sample;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One invented employee, as hired. */
record Employee(
        String id, String department, String role, String location, BigDecimal annualSalary, LocalDate hiredOn) {}
