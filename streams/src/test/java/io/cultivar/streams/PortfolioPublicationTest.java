package io.cultivar.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.evaluation.company.CompanyEvaluation;
import io.cultivar.evaluation.portfolio.PortfolioEvaluation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is published beyond single programs, and when. */
class PortfolioPublicationTest {

    private static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");

    /** A program that costs 1,000 EUR, with so many people in each arm whose calls are worth 10 EUR each. */
    static List<String> program(String program, int people) {
        List<String> events = new ArrayList<>(List.of(
                Lines.event("metric", "metric.defined", "2025-01-01T00:00:00Z", "calls", """
                        {"title":"Calls","category":"productivity","unit":"calls","per":"P1M","better":"higher"}"""),
                Lines.event("def-" + program, "program.defined", "2025-01-01T00:00:00Z", program, """
                        {"title":"T","sourcing":"external","provider":"acme","skillArea":"calling",\
                        "windows":{"before":"P3M","lag":"P0D","after":"P3M"},\
                        "outcomes":[{"metric":"calls","unitValue":10,"currency":"EUR","primary":true}]}"""),
                Lines.event("cost-" + program, "cost.incurred", "2025-03-01T00:00:00Z", program, """
                        {"category":"provider-fees","amount":"1000.00","currency":"EUR","provider":"acme"}""")));
        for (int i = 0; i < people; i++) {
            events.addAll(member(program, program + "-t" + i, "treatment", 4 + i % 3));
            events.addAll(member(program, program + "-c" + i, "control", 1 + i % 3));
        }
        return events;
    }

    private static List<String> member(String program, String employee, String arm, int rise) {
        return List.of(
                Lines.event("a-" + employee, "program.assigned", "2025-04-01T00:00:00Z", employee, """
                        {"program":"%s","arm":"%s","design":"randomized"}""".formatted(
                                program, arm)),
                Lines.measured("x-" + employee, employee, "2025-02-15T00:00:00Z", "10"),
                Lines.measured("y-" + employee, employee, "2025-05-15T00:00:00Z", Integer.toString(10 + rise)));
    }

    private static PortfolioTotal total(PipelineDriver pipeline) {
        assertThat(pipeline.portfolio().totals()).hasSize(1);
        return pipeline.portfolio().totals().get(0);
    }

    @Test
    void shouldPublishThePortfolio_ofAllPrograms() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.send(program("p", 12));
            pipeline.send(program("q", 12));
            pipeline.settle();

            // 3 calls a month x 10 EUR x 12 months x 12 people = 4,320 EUR each
            assertThat(Objects.requireNonNull(total(pipeline).benefit()).value())
                    .isEqualTo(8640);
            assertThat(total(pipeline).cost()).isEqualByComparingTo("2000");
            assertThat(total(pipeline).sharedPeople()).isFalse();
            assertThat(pipeline.portfolio().primaryEffects()).hasSize(2);
            assertThat(pipeline.portfolio().providerSpend().get(0).programs()).containsExactly("p", "q");
            assertThat(pipeline.portfolio().asOf()).isEqualTo(AS_OF);
        }
    }

    @Test
    void shouldLeaveOut_whatIsWithheld() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.send(program("p", 12));
            pipeline.settle();
            PortfolioTotal before = total(pipeline);
            pipeline.send(program("few", 8));
            pipeline.settle();

            assertThat(exact(pipeline).totals().get(0).measured()).isEqualTo(2);
            assertThat(total(pipeline).measured()).isEqualTo(1);
            assertThat(total(pipeline).benefit()).isEqualTo(before.benefit());
            assertThat(pipeline.portfolio().primaryEffects()).hasSize(1);
        }
    }

    private static PortfolioResult exact(PipelineDriver pipeline) {
        return PortfolioEvaluation.of(pipeline.results().values(), pipeline.exactCompany(), AS_OF);
    }

    @Test
    void shouldFollow_whatChangesAndGoes() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.send(program("p", 12));
            pipeline.send(program("q", 0));
            pipeline.settle();
            assertThat(total(pipeline).programs()).isEqualTo(2);

            pipeline.send(Lines.retracted("r1", "program.defined", "def-q", "q"));
            pipeline.send(Lines.retracted("r2", "cost.incurred", "cost-q", "q"));
            pipeline.settle();

            assertThat(total(pipeline).programs()).isEqualTo(1);
        }
    }

    @Test
    void shouldPublishTheCompany_withoutSmallGroups() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            // Both programs compare the same two people.
            pipeline.send(program("p", 12));
            for (String employee : List.of("p-t0", "p-c0")) {
                pipeline.send(Lines.event("q-" + employee, "program.assigned", "2025-04-01T00:00:00Z", employee, """
                        {"program":"q","arm":"control","design":"randomized"}"""));
            }
            pipeline.settle();

            assertThat(pipeline.exactCompany().sharedPeople())
                    .extracting(CompanyResult.SharedPeople::people)
                    .containsExactly(2L);
            assertThat(pipeline.company().sharedPeople())
                    .extracting(CompanyResult.SharedPeople::people)
                    .containsOnlyNulls();
        }
    }

    @Test
    void shouldPublishOnce_howeverManyProgramsChangeTogether() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.settle();
            long before = pipeline.portfolios();
            for (int i = 0; i < 30; i++) {
                pipeline.send(program("p" + i, 0));
            }
            pipeline.settle();

            assertThat(pipeline.portfolio().providerSpend().get(0).programs()).hasSize(30);
            assertThat(pipeline.portfolios() - before).isBetween(1L, 2L);
        }
    }

    @Test
    void shouldSayThatARecordIsProcessed_onlyBehindThePortfolio() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.settle();
            pipeline.send(program("p", 12));
            pipeline.send(program("q", 12));
            List<PipelineResult> said = new ArrayList<>();
            List<List<Record>> known = new ArrayList<>();
            for (int beat = 0; beat < 8; beat++) {
                pipeline.beat();
                said.add(pipeline.pipeline());
                known.add(List.of(pipeline.portfolio(), pipeline.company()));
            }

            PipelineResult last = said.get(said.size() - 1);
            assertThat(last.processed().values()).allMatch(offset -> offset > 0);
            assertThat(said.get(0)).isNotEqualTo(last);
            assertThat(known.get(said.indexOf(last)))
                    .isEqualTo(known.get(known.size() - 1))
                    .isNotEmpty();
        }
    }

    @Test
    void shouldFindThePortfolioAgain_inTheStoreOfATaskThatStarts() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.send(program("p", 12));
            pipeline.send(program("q", 8));
            pipeline.settle();

            var restarted = PublishedResults.in(pipeline.publishedStore());

            assertThat(restarted.company()).isEqualTo(pipeline.company());
            assertThat(restarted.changedPortfolio()).contains(pipeline.portfolio());
            assertThat(restarted.changedPortfolio()).as("said already").isEmpty();
            restarted.program("program/q", null);
            assertThat(restarted.changedPortfolio()).map(PortfolioResult::asOf).contains(AS_OF);
        }
    }

    @Test
    void shouldPublishTheEmptyCompany_whereNothingIsKnown() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.settle();

            assertThat(pipeline.company()).isEqualTo(CompanyEvaluation.of(Map.of(), AS_OF));
            assertThat(pipeline.portfolio().totals()).isEmpty();
            assertThat(pipeline.published()).isEmpty();
        }
    }
}
