package io.cultivar.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.Topics;
import io.cultivar.contract.event.RejectionReason;
import io.cultivar.contract.result.Bucket;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Withheld;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a set of events means (docs/MEANING.md), clause by clause, through the whole pipeline. */
class PipelineTest {

    private static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");
    private static final String BEFORE = TwoArms.BEFORE;
    private static final String AFTER = TwoArms.AFTER;

    private static Effect effect(ProgramResult result) {
        return result.effects().get(0);
    }

    private static double did(ProgramResult result) {
        return Objects.requireNonNull(effect(result).differenceInDifferences()).value();
    }

    private static ProgramResult only(PipelineDriver pipeline) {
        pipeline.settle();
        return Objects.requireNonNull(pipeline.results().get("program/p"));
    }

    @Test
    void shouldFindTheEffect_andPublishIt() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.send(TwoArms.of(12));

            assertThat(did(only(pipeline))).isEqualTo(3.0);
            assertThat(pipeline.published().get("program/p"))
                    .usingRecursiveComparison()
                    // How many people are behind a start is never published.
                    .ignoringFields("starts")
                    .isEqualTo(pipeline.results().get("program/p"));
        }
    }

    @Test
    void shouldNotPublishSmallArms_butKnowThem() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.send(TwoArms.of(9));

            assertThat(did(only(pipeline))).isEqualTo(3.0);
            Effect published =
                    effect(Objects.requireNonNull(pipeline.published().get("program/p")));
            assertThat(published.withheld()).isEqualTo(Withheld.SMALL_GROUP);
            assertThat(published.differenceInDifferences()).isNull();
            assertThat(published.treatment()).isNull();
        }
    }

    @Test
    void shouldLetTheLaterRecordedCorrectionWin_inEitherOrder() {
        String correction = Lines.recorded(
                "fix", "outcome.measured", AFTER, "2025-09-01T00:00:00Z", "t0", "{\"metric\":\"calls\",\"value\":26}");
        try (var late = new PipelineDriver(AS_OF);
                var early = new PipelineDriver(AS_OF)) {
            late.send(TwoArms.of(12));
            late.settle();
            late.send(correction);
            early.send(correction);
            early.send(TwoArms.of(12));

            // t0 rises by 16 instead of 4: 12 more over 12 people.
            assertThat(did(only(late))).isEqualTo(4.0);
            assertThat(only(early)).isEqualTo(late.results().get("program/p"));
        }
    }

    @Test
    void shouldBringTheRunnerUpBack_whenTheWinnerIsRetracted() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.send(TwoArms.of(12));
            assertThat(did(only(pipeline))).isEqualTo(3.0);
            pipeline.send(Lines.recorded(
                    "fix",
                    "outcome.measured",
                    AFTER,
                    "2025-09-01T00:00:00Z",
                    "t0",
                    "{\"metric\":\"calls\",\"value\":26}"));
            assertThat(did(only(pipeline))).isEqualTo(4.0);

            pipeline.send(Lines.retracted("r", "outcome.measured", "fix", "t0"));

            assertThat(did(only(pipeline))).isEqualTo(3.0);
        }
    }

    @Test
    void shouldHonourARetraction_thatComesBeforeItsEvent() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.send(Lines.retracted("r", "outcome.measured", "y-t0", "t0"));
            pipeline.send(TwoArms.of(13));

            var treatment = Objects.requireNonNull(effect(only(pipeline)).treatment());
            assertThat(treatment.measured()).isEqualTo(12);
            assertThat(treatment.missing()).isEqualTo(1);
        }
    }

    @Test
    void shouldForgetAnErasedPerson_whateverComesLater() {
        String erasure =
                Lines.event("e", "employee.erased", "2026-02-01T00:00:00Z", "t0", "{\"reason\":\"asked for it\"}");
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.send(TwoArms.of(13));
            pipeline.settle();
            pipeline.send(erasure);
            pipeline.send(TwoArms.member("t0", "treatment", 4));

            var treatment = Objects.requireNonNull(effect(only(pipeline)).treatment());
            assertThat(treatment.assigned()).isEqualTo(12);
            assertThat(pipeline.pipeline().erasedEmployees()).isEqualTo(1);
        }
    }

    @Test
    void shouldApplyAChangedWindow_asIfItHadAlwaysBeenSo() {
        try (var changed = new PipelineDriver(AS_OF);
                var always = new PipelineDriver(AS_OF)) {
            String shorter = Lines.recorded(
                    "def2", "program.defined", "2025-01-01T00:00:00Z", "2025-08-01T00:00:00Z", "p", """
                    {"title":"T","sourcing":"in-house","windows":{"before":"P3M","lag":"P2M","after":"P3M"},
                     "outcomes":[{"metric":"calls"}]}""".replace(
                                    "\n", " "));
            changed.send(TwoArms.of(12));
            assertThat(did(only(changed))).isEqualTo(3.0);
            changed.send(shorter);
            always.send(shorter);
            always.send(TwoArms.of(12));

            assertThat(Objects.requireNonNull(effect(only(changed)).treatment()).measured())
                    .isZero();
            assertThat(only(always)).isEqualTo(changed.results().get("program/p"));
        }
    }

    @Test
    void shouldApplyAChangedCap_evenWhereTheProgramDoesNotNameTheMetric() {
        String uncapped = Lines.event("m1", "metric.defined", "2025-01-01T00:00:00Z", "calls", """
                {"title":"Calls","category":"productivity","unit":"call","per":"P1M","better":"higher"}""");
        String capped =
                Lines.recorded("m2", "metric.defined", "2025-01-01T00:00:00Z", "2025-08-01T00:00:00Z", "calls", """
                {"title":"Calls","category":"productivity","unit":"call","per":"P1M","better":"higher",\
                "cap":{"min":0,"max":12}}""");
        String other =
                Lines.recorded("def2", "program.defined", "2025-01-01T00:00:00Z", "2025-08-01T00:00:00Z", "p", """
                {"title":"T","sourcing":"in-house","windows":{"before":"P3M","lag":"P0D","after":"P3M"},\
                "outcomes":[]}""");
        try (var changed = new PipelineDriver(AS_OF);
                var always = new PipelineDriver(AS_OF)) {
            changed.send(List.of(other, uncapped));
            changed.send(TwoArms.of(12));
            assertThat(did(only(changed))).isEqualTo(3.0);
            changed.send(capped);
            always.send(List.of(capped, other));
            always.send(TwoArms.of(12));

            // The treated rise to 14, 15, 16, the controls to 11, 12, 13: at most 12 counts, 2 - 5/3.
            assertThat(did(only(changed))).isCloseTo(1.0 / 3, within(1e-12));
            assertThat(only(always)).isEqualTo(changed.results().get("program/p"));
            assertThat(Objects.requireNonNull(effect(only(always)).comparison()).uncapped())
                    .satisfies(asMeasured -> assertThat(asMeasured.value()).isEqualTo(3.0));
        }
    }

    @Test
    void shouldCutTheTrendAnew_whereTheMetricTurnsOutToBeAWeeklyOne() {
        String monthly = Lines.event("m1", "metric.defined", "2025-01-01T00:00:00Z", "calls", """
                {"title":"Calls","category":"productivity","unit":"call","per":"P1M","better":"higher"}""");
        String weekly =
                Lines.recorded("m2", "metric.defined", "2025-01-01T00:00:00Z", "2025-08-01T00:00:00Z", "calls", """
                {"title":"Calls","category":"productivity","unit":"call","per":"P7D","better":"higher"}""");
        String program =
                Lines.recorded("def2", "program.defined", "2025-01-01T00:00:00Z", "2025-08-01T00:00:00Z", "p", """
                {"title":"T","sourcing":"in-house","windows":{"before":"P3M","lag":"P0D","after":"P3M"},\
                "outcomes":[]}""");
        try (var changed = new PipelineDriver(AS_OF);
                var always = new PipelineDriver(AS_OF)) {
            changed.send(List.of(program, monthly));
            changed.send(TwoArms.of(12));
            assertThat(only(changed).trends()).isNotEmpty().allMatch(point -> point.bucket() == Bucket.MONTH);
            changed.send(weekly);
            always.send(List.of(weekly, program));
            always.send(TwoArms.of(12));

            assertThat(only(changed).trends()).isNotEmpty().allMatch(point -> point.bucket() == Bucket.WEEK);
            assertThat(only(always)).isEqualTo(changed.results().get("program/p"));
        }
    }

    @Test
    void shouldCountAControl_onlyUntilTheyAreTreated() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.send(TwoArms.of(12));
            // From 1 May on c0 is treated: the value of 15 May lies behind the end of their after-window.
            pipeline.send(Lines.assigned("a2-c0", "c0", "treatment", "2025-05-01T00:00:00Z"));

            Effect effect = effect(only(pipeline));
            assertThat(Objects.requireNonNull(effect.control()).measured()).isEqualTo(11);
            assertThat(effect.control().missing()).isEqualTo(1);
            assertThat(Objects.requireNonNull(effect.treatment()).assigned()).isEqualTo(12);
        }
    }

    @Test
    void shouldIgnoreWhatIsDatedAfterAsOf_untilTheDayComes() {
        var may = Instant.parse("2025-05-01T12:00:00Z");
        var clock = new AsOf() {
            @Override
            public Instant at(Instant now) {
                // The driver starts at 2026-07-01: ten days of its time are ten days from 1 May 2025 on.
                return may.plus(Duration.between(Instant.parse("2026-07-01T00:00:00Z"), now))
                        .truncatedTo(java.time.temporal.ChronoUnit.DAYS);
            }
        };
        try (var pipeline = new PipelineDriver(clock)) {
            pipeline.send(TwoArms.of(12));
            var treatment = Objects.requireNonNull(effect(only(pipeline)).treatment());
            assertThat(treatment.measured()).isZero();
            assertThat(treatment.pending()).isEqualTo(12);

            pipeline.advance(Duration.ofDays(20));

            assertThat(did(only(pipeline))).isEqualTo(3.0);
            assertThat(effect(only(pipeline)).provisional()).isTrue();
        }
    }

    @Test
    void shouldReportConflicts() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.send(TwoArms.of(12));
            pipeline.send(Lines.measured("x-t0", "t0", BEFORE, "11"));
            pipeline.send(Lines.measured("rival", "t1", BEFORE, "10"));
            pipeline.settle();

            assertThat(pipeline.pipeline().identityConflicts()).isEqualTo(1);
            assertThat(pipeline.pipeline().registerConflicts()).isEqualTo(1);
        }
    }

    @Test
    void shouldDropTheProgram_whenNothingIsKnownAboutItAnyMore() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.send(Lines.program("def", "p", Lines.quarters()));
            only(pipeline);

            pipeline.send(Lines.retracted("r", "program.defined", "def", "p"));
            pipeline.settle();

            assertThat(pipeline.results()).isEmpty();
            assertThat(pipeline.published()).isEmpty();
        }
    }

    @Test
    void shouldPutAside_whatItCannotRead_andGoOn() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.raw(Topics.WORKFORCE_EVENTS, "employee/x", "rubbish".getBytes(StandardCharsets.UTF_8));
            pipeline.raw(
                    Topics.WORKFORCE_EVENTS,
                    "employee/E1",
                    Lines.measured("plain", "E1", BEFORE, "1").getBytes(StandardCharsets.UTF_8));
            pipeline.send(TwoArms.of(12));

            assertThat(did(only(pipeline))).isEqualTo(3.0);
            assertThat(pipeline.rejected())
                    .extracting(record -> record.reason() + " " + record.origin())
                    .containsExactly(
                            RejectionReason.MALFORMED_JSON + " workforce.events/0@0",
                            RejectionReason.NOT_PSEUDONYMOUS + " workforce.events/0@1");
        }
    }

    @Test
    void shouldSendAMisplacedRecordToItsPlace() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            for (String line : TwoArms.of(12)) {
                var event = PipelineDriver.pseudonymous(line);
                pipeline.raw(Topics.LEARNING_EVENTS, "wrong-key", event.toJson());
            }

            assertThat(did(only(pipeline))).isEqualTo(3.0);
        }
    }
}
