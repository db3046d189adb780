package io.cultivar.metricsapi.tables;

import io.cultivar.contract.Term;
import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.Bucket;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.TrendPoint;
import io.cultivar.contract.result.Withheld;
import io.cultivar.metricsapi.explained.ProgramFacts;
import io.cultivar.metricsapi.published.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Metrics in event time. Each is published in periods of one length; longer ones are put together from these here, from
 * published numbers alone, so that they cannot tell anything about people that these do not.
 */
public final class Trends {

    /** Each metric in the periods that it is published in. */
    public static final String FINEST = "finest";

    /** What the periods may be. */
    static final List<String> BUCKETS = List.of(Bucket.WEEK.id(), Bucket.MONTH.id(), Bucket.QUARTER.id(), FINEST);

    /** By ISO 8601 a week belongs to the year, and so to the month, of this day of it. */
    private static final int THURSDAY = 3;

    private record Line(String metric, Arm arm, LocalDate from) {}

    /** What both arms have in common. */
    private record Compared(String program, String metric, Bucket bucket, LocalDate from) {
        static Compared in(TrendRow row) {
            return new Compared(row.program(), row.metric(), row.bucket(), row.from());
        }
    }

    private final Snapshot snapshot;
    private final String bucket;

    private Trends(Snapshot snapshot, String bucket) {
        this.snapshot = snapshot;
        this.bucket = bucket;
    }

    /** The rows that the filter asks for, in periods of the length that it asks for. */
    public static Stream<TrendRow> rows(Snapshot snapshot, Filter filter) {
        Trends trends = new Trends(snapshot, filter.value(Parameter.BUCKET).orElse(Bucket.MONTH.id()));
        return snapshot.programs().stream()
                .filter(program -> filter.accepts(Parameter.PROGRAM, program.program()))
                .flatMap(program -> trends.of(program, filter))
                .filter(row -> filter.covers(row.from()));
    }

    /** Treatment against control, wherever both have a row that the filter asks for. */
    static Stream<TrendDifferenceRow> differences(Snapshot snapshot, Filter filter) {
        Map<Compared, TrendRow> controls = new HashMap<>();
        List<TrendRow> treated = new ArrayList<>();
        rows(snapshot, filter).forEach(row -> {
            if (row.arm() == Arm.TREATMENT) {
                treated.add(row);
            } else {
                controls.put(Compared.in(row), row);
            }
        });
        return treated.stream()
                .flatMap(row -> Stream.ofNullable(controls.get(Compared.in(row)))
                        .map(control -> TrendDifferenceRow.of(row, control)));
    }

    private Stream<TrendRow> of(ProgramResult program, Filter filter) {
        Stream<TrendPoint> points = program.trends().stream()
                .filter(point -> filter.accepts(Parameter.METRIC, point.metric()))
                .filter(point -> filter.accepts(Parameter.ARM, point.arm()));
        Optional<Bucket> longer = Term.find(Bucket.class, bucket);
        if (longer.isEmpty()) {
            return points.map(point -> row(program, point.bucket(), point.from(), List.of(point)));
        }
        Map<Line, List<TrendPoint>> lines = new LinkedHashMap<>();
        points.filter(point -> point.bucket().compareTo(longer.get()) <= 0)
                .forEach(point -> lines.computeIfAbsent(
                                new Line(point.metric(), point.arm(), start(longer.get(), point)),
                                line -> new ArrayList<>())
                        .add(point));
        return lines.entrySet().stream()
                .map(line -> row(program, longer.get(), line.getKey().from(), line.getValue()));
    }

    private static LocalDate start(Bucket bucket, TrendPoint point) {
        LocalDate day = point.bucket() == Bucket.WEEK ? point.from().plusDays(THURSDAY) : point.from();
        return bucket.start(day);
    }

    private TrendRow row(ProgramResult program, Bucket length, LocalDate from, List<TrendPoint> parts) {
        Values values = Values.of(parts);
        TrendPoint first = parts.get(0);
        LocalDate to = length.next(from);
        return new TrendRow(
                program.program(),
                ProgramFacts.title(program),
                first.metric(),
                first.arm(),
                length == Bucket.MONTH ? YearMonth.from(from) : null,
                length,
                from,
                to,
                parts.size(),
                !isOver(to),
                values.measured(),
                values.count(),
                values.mean(),
                values.standardDeviation(),
                values.withheld());
    }

    /** Whether nothing dated before this day can still come in by time alone. */
    private boolean isOver(LocalDate to) {
        // An as-of given as 23:59:59 means the end of that day.
        Instant end = to.atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
        Instant asOf = snapshot.asOf();
        Instant latest =
                snapshot.pipeline() == null ? null : snapshot.pipeline().latestEventTime();
        return (asOf == null || !asOf.isBefore(end)) && (latest == null || !latest.isBefore(end));
    }

    /** The figures of some published periods together; where one is withheld, so is the whole. */
    private record Values(
            @Nullable Long measured,
            @Nullable Long count,
            @Nullable Double mean,
            @Nullable Double standardDeviation,
            @Nullable Withheld withheld) {

        static Values of(List<TrendPoint> parts) {
            TrendPoint first = parts.get(0);
            if (parts.size() == 1) {
                return new Values(
                        first.measured(), first.measured(), first.mean(), first.standardDeviation(), first.withheld());
            }
            Optional<Withheld> withheld = parts.stream()
                    .flatMap(part -> Stream.ofNullable(part.withheld()))
                    .findFirst();
            return withheld.map(reason -> new Values(null, null, null, null, reason))
                    .orElseGet(() -> together(parts));
        }

        private static Values together(List<TrendPoint> parts) {
            long n = parts.stream().mapToLong(Values::people).sum();
            double mean = parts.stream()
                            .mapToDouble(part -> people(part) * or0(part.mean()))
                            .sum()
                    / n;
            double squares = parts.stream()
                    .mapToDouble(part -> (people(part) - 1) * square(or0(part.standardDeviation()))
                            + people(part) * square(or0(part.mean()) - mean))
                    .sum();
            return new Values(null, n, mean, n > 1 ? Math.sqrt(squares / (n - 1)) : null, null);
        }

        private static long people(TrendPoint part) {
            return part.measured() == null ? 0 : part.measured();
        }

        private static double or0(@Nullable Double value) {
            return value == null ? 0 : value;
        }

        private static double square(double value) {
            return value * value;
        }
    }
}
