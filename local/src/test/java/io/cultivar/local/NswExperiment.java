package io.cultivar.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.CompletionStatus;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventData;
import io.cultivar.contract.event.MetricCategory;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.OutcomeMeasured;
import io.cultivar.contract.event.ProgramAssigned;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramFormat;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.event.TrainingCompleted;
import io.cultivar.contract.event.Windows;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.threeten.extra.PeriodDuration;

/**
 * A real randomized job-training experiment, the National Supported Work demonstration, as events. What must be found
 * in it is published; see the README beside the data.
 */
final class NswExperiment {

    static final String PROGRAM = "nsw";
    static final String METRIC = "earnings";
    static final Instant ASSIGNED_AT = Instant.parse("1976-07-01T00:00:00Z");

    private static final String SOURCE = "urn:nsw";
    private static final String DATA = "/nsw/nsw_dw.csv";

    private NswExperiment() {}

    /** The experiment, one CloudEvent a line: the definitions, then person by person. */
    static List<String> lines() throws IOException {
        return events().stream().map(event -> new String(event.toJson(), UTF_8)).toList();
    }

    private static List<Event> events() throws IOException {
        List<Event> events = new ArrayList<>();
        events.add(event("nsw-metric", ASSIGNED_AT, METRIC, metric()));
        events.add(event("nsw-program", ASSIGNED_AT, PROGRAM, program()));
        try (InputStream in = Objects.requireNonNull(NswExperiment.class.getResourceAsStream(DATA), DATA);
                CSVParser rows = CSVParser.builder()
                        .setReader(new InputStreamReader(in, UTF_8))
                        .setFormat(CSVFormat.RFC4180
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())
                        .get()) {
            rows.forEach(row -> addPerson(row, events));
        }
        return events;
    }

    private static MetricDefined metric() {
        return new MetricDefined(
                "Earnings", MetricCategory.PRODUCTIVITY, "USD", PeriodDuration.parse("P1Y"), Better.HIGHER, null);
    }

    private static ProgramDefined program() {
        return new ProgramDefined(
                "National Supported Work",
                Sourcing.IN_HOUSE,
                null,
                null,
                null,
                ProgramFormat.ON_THE_JOB,
                null,
                null,
                new Windows(PeriodDuration.parse("P1Y"), PeriodDuration.parse("P0D"), PeriodDuration.parse("P5Y")),
                List.of(new ProgramOutcome(METRIC, BigDecimal.ONE, null, "USD", true, null)),
                PeriodDuration.parse("P12M"),
                null,
                null,
                null,
                PeriodDuration.parse("P1M"),
                null,
                null,
                Map.of(),
                false);
    }

    private static void addPerson(CSVRecord row, List<Event> events) {
        String person = row.get("unit_id");
        Arm arm = row.get("arm").equals("treatment") ? Arm.TREATMENT : Arm.CONTROL;
        String id = "nsw-" + person + "-";
        events.add(event(id + "assigned", ASSIGNED_AT, person, new ProgramAssigned(PROGRAM, arm, Design.RANDOMIZED)));
        if (arm == Arm.TREATMENT) {
            var completed = new TrainingCompleted(
                    PROGRAM, "supported-work", CompletionStatus.COMPLETED, null, null, null, null);
            events.add(event(id + "completed", ASSIGNED_AT, person, completed));
        }
        for (String year : List.of("74", "75", "78")) {
            var earned = new OutcomeMeasured(METRIC, new BigDecimal(row.get("re" + year)));
            events.add(event(id + "re" + year, Instant.parse("19" + year + "-12-31T00:00:00Z"), person, earned));
        }
    }

    private static Event event(String id, Instant time, String subject, EventData data) {
        return new Event(id, SOURCE, time, subject, null, data);
    }
}
