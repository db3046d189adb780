package io.cultivar.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Respondent;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.ComparisonGroup;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.SkillGap;
import io.cultivar.contract.result.SourcingComparison;
import io.cultivar.contract.result.StaggeredEffect;
import io.cultivar.contract.result.Withheld;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is planted in the sample company is found again, and what is evaluated is shown by some of it. */
class SampleStoryTest {

    private static final PublishedSample FOUND =
            PublishedSample.of(SampleCompany.lines(SampleCompany.SEED), Instant.parse("2026-06-30T23:59:59Z"));

    @Test
    void shouldGradeAndDecideHonestly() {
        // when
        Map<String, String> verdicts = new TreeMap<>();
        FOUND.programs().forEach((id, program) -> {
            Returns returns = program.returns();
            verdicts.put(
                    id,
                    returns.evidence().grade().id() + " " + returns.decision().id());
        });

        // then
        assertThat(verdicts)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        // true, and proven to pay
                        Map.entry("support-simulation", "A expand"),
                        Map.entry("complaint-clinic", "A expand"),
                        Map.entry("crm-mastery", "B expand"),
                        // true, but of staying there is an interval for one look only, which decides nothing
                        Map.entry("career-pathways", "A not-proven-yet"),
                        // true, but too dear or too few people to prove that it pays
                        Map.entry("leadership-essentials", "B not-proven-yet"),
                        Map.entry("lean-problem-solving", "C not-proven-yet"),
                        // harmful, or nothing
                        Map.entry("deal-sprint", "A stop-or-fix"),
                        Map.entry("clean-code-workshop", "A not-proven-yet"),
                        Map.entry("resilience-webinar", "A not-proven-yet"),
                        // cannot be told
                        Map.entry("peer-code-review", "A not-proven-yet"),
                        Map.entry("mentoring-circles", "D not-proven-yet"),
                        Map.entry("data-literacy", "E not-proven-yet"),
                        Map.entry("legal-ai-drafting", "E not-proven-yet")));
    }

    @Test
    void shouldFindThePlantedEffects() {
        assertThat(effect("support-simulation").lower()).isPositive();
        assertThat(effect("complaint-clinic").lower()).isPositive();
        assertThat(effect("deal-sprint").upper()).isNegative();
        assertThat(effect("resilience-webinar")).matches(SampleStoryTest::reachesAcrossZero);
        // lower is better
        assertThat(effect("lean-problem-solving").upper()).isNegative();
        assertThat(numbers("lean-problem-solving").relative())
                .isNotNull()
                .extracting(Bounded::value)
                .matches(share -> share > 0);
    }

    @Test
    void shouldExposeTheTrapByItsControls() {
        // when
        Comparison trap = numbers("clean-code-workshop");

        // then
        assertThat(required(trap.treatment().change()).lower()).isGreaterThan(1);
        assertThat(required(required(trap.control()).change()).lower()).isGreaterThan(1);
        assertThat(effect("clean-code-workshop")).matches(SampleStoryTest::reachesAcrossZero);
    }

    @Test
    void shouldShowTheWavesOfARollOut() {
        // when
        StaggeredEffect waves = FOUND.program("crm-mastery").staggered().stream()
                .filter(effect -> effect.metric().equals(SampleMetric.CUSTOMER_SATISFACTION.id()))
                .filter(effect -> effect.comparisonGroup() == ComparisonGroup.NOT_YET_TREATED)
                .findFirst()
                .orElseThrow();

        // then
        assertThat(required(waves.simple()).lower()).isPositive();
        assertThat(waves.group()).hasSize(2).allMatch(wave -> wave.effect() != null);
        assertThat(waves.dynamic()).isNotEmpty().allMatch(step -> step.effect() != null);
    }

    @Test
    void shouldTurnStayingIntoMoney() {
        // when
        ProgramResult program = FOUND.program("career-pathways");
        ReturnFigures figures = figures("career-pathways");

        // then
        assertThat(required(required(figures.turnover()).stayers().shown()).lower())
                .isPositive();
        assertThat(required(required(program.retentionComparison()).hazardRatio())
                        .value())
                .isLessThan(0.5);
        assertThat(program.retention())
                .filteredOn(rate -> rate.horizonDays() == 180)
                .allMatch(rate -> rate.rate() != null && rate.survival() != null);
        assertThat(required(program.costs().standardError())).isPositive();
        assertThat(required(required(figures.cost()).shown()).lower()).isPositive();
    }

    @Test
    void shouldTellAReturnWithoutControls_onlyWhereSomebodyIsolatedIt() {
        assertThat(FOUND.program("mentoring-circles").returns().reasons()).contains(Reason.ISOLATION_ESTIMATE);
        assertThat(figures("mentoring-circles").roi()).isNotNull();
        assertThat(FOUND.program("data-literacy").returns().figures()).isNull();
        assertThat(FOUND.program("data-literacy").returns().reasons()).contains(Reason.NO_ISOLATION);
        assertThat(FOUND.program("peer-code-review").returns().reasons()).contains(Reason.NO_COST);
    }

    @Test
    void shouldWithholdFourPeople() {
        assertThat(FOUND.primaryEffect("legal-ai-drafting").withheld()).isEqualTo(Withheld.SMALL_GROUP);
        assertThat(FOUND.program("legal-ai-drafting").returns().withheld()).isEqualTo(Withheld.SMALL_GROUP);
    }

    @Test
    void shouldCapDiscountAndCountCertificates() {
        // The cap changes what a few people count for: beside the capped effect the other would tell by how much.
        assertThat(numbers("support-simulation").differenceInDifferences()).isNotNull();
        assertThat(numbers("support-simulation").uncapped()).isNull();
        assertThat(figures("support-simulation").netPresentValue()).isNotNull();
        var valid = FOUND.program("support-simulation").participation();
        assertThat(required(valid.certified().employees())).isPositive();
        assertThat(valid.certificationHeld()).isEqualTo(valid.certified());
        var expired = FOUND.program("clean-code-workshop").participation();
        assertThat(required(expired.certified().employees())).isPositive();
        assertThat(expired.certificationHeld().employees()).isZero();
    }

    @Test
    void shouldShowWhatWasLearntAndForgotten() {
        // when
        AssessmentResult skill = FOUND.program("crm-mastery").assessments().stream()
                .filter(result -> "crm".equals(result.skill()) && result.arm() == Arm.TREATMENT)
                .findFirst()
                .orElseThrow();

        // then
        assertThat(required(skill.gain()).lower()).isPositive();
        assertThat(required(skill.decay()).upper()).isNegative();
        assertThat(required(skill.lasting()).lower()).isPositive();
    }

    @Test
    void shouldShowWhatPeopleSay() {
        assertThat(FOUND.program("career-pathways").feedback())
                .filteredOn(said -> said.respondent() == Respondent.LEARNER)
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.applied()).isBetween(0.4, 0.9);
                    assertThat(said.netPromoterScore()).isNotNull();
                    assertThat(said.themes()).anyMatch(theme -> theme.withheld() == null);
                    assertThat(said.quotes()).isNotEmpty();
                });
    }

    @Test
    void shouldShowSkillsByDepartmentAndRole() {
        assertThat(FOUND.company().skillGaps())
                .filteredOn(gap -> gap.withheld() == null && gap.meanGap() != null)
                .extracting(SkillGap::group)
                .contains(SamplePeople.SUPPORT, "support-specialist", "sales-specialist");
    }

    @Test
    void shouldShowProvidersAndSourcing() {
        assertThat(FOUND.company().providers())
                .anyMatch(kpi -> kpi.breached() == 0)
                .anyMatch(kpi -> kpi.breached() > 1);
        assertThat(FOUND.portfolio().providerSpend()).allMatch(spend -> spend.contractEnd() != null);
        assertThat(FOUND.portfolio().sourcing())
                .filteredOn(area -> area.skillArea().equals("customer-service"))
                .singleElement()
                .extracting(SourcingComparison::netBenefitDifference)
                .isNotNull();
        assertThat(FOUND.company().sourcingFactors())
                .filteredOn(factor -> factor.skillArea().equals("customer-service"))
                .extracting("sourcing")
                .contains(Sourcing.IN_HOUSE, Sourcing.EXTERNAL);
    }

    @Test
    void shouldAddUpThePortfolio() {
        // when
        PortfolioTotal total = FOUND.portfolio().totals().get(0);

        // then
        assertThat(FOUND.portfolio().totals()).hasSize(1);
        assertThat(total.proven()).isEqualTo(3);
        assertThat(total.measuredShare()).isBetween(0.9, 0.999);
        assertThat(required(total.roi()).shown()).isNotNull();
        assertThat(total.sharedPeople()).isTrue();
    }

    private static Comparison numbers(String program) {
        return required(FOUND.primaryEffect(program).comparison());
    }

    private static Interval effect(String program) {
        Estimate estimate = required(numbers(program).differenceInDifferences());
        return estimate.shown();
    }

    private static ReturnFigures figures(String program) {
        return required(FOUND.program(program).returns().figures());
    }

    private static boolean reachesAcrossZero(Interval interval) {
        return interval.lower() < 0 && interval.upper() > 0;
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
