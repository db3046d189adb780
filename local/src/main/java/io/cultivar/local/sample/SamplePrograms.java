package io.cultivar.local.sample;

import static io.cultivar.contract.event.CostCategory.ACQUISITION;
import static io.cultivar.contract.event.CostCategory.ADMINISTRATION;
import static io.cultivar.contract.event.CostCategory.CONTRACT_MANAGEMENT;
import static io.cultivar.contract.event.CostCategory.DESIGN;
import static io.cultivar.contract.event.CostCategory.EVALUATION;
import static io.cultivar.contract.event.CostCategory.FACILITATION;
import static io.cultivar.contract.event.CostCategory.FACILITIES;
import static io.cultivar.contract.event.CostCategory.MATERIALS;
import static io.cultivar.contract.event.CostCategory.NEEDS_ANALYSIS;
import static io.cultivar.contract.event.CostCategory.PARTICIPANT_TIME;
import static io.cultivar.contract.event.CostCategory.PROVIDER_FEES;
import static io.cultivar.contract.event.CostCategory.TRAVEL;
import static io.cultivar.contract.event.Design.MATCHED;
import static io.cultivar.contract.event.Design.RANDOMIZED;
import static io.cultivar.contract.event.Design.SELF_SELECTED;
import static io.cultivar.contract.event.Design.WAITLIST;
import static io.cultivar.local.sample.SampleMetric.CUSTOMER_SATISFACTION;
import static io.cultivar.local.sample.SampleMetric.DEALS_CLOSED;
import static io.cultivar.local.sample.SampleMetric.ENGAGEMENT_SCORE;
import static io.cultivar.local.sample.SampleMetric.ERROR_RATE;
import static io.cultivar.local.sample.SampleMetric.FEATURES_DELIVERED;
import static io.cultivar.local.sample.SampleMetric.IDEAS_SUBMITTED;
import static io.cultivar.local.sample.SampleMetric.TASKS_COMPLETED;
import static io.cultivar.local.sample.SampleMetric.TICKETS_RESOLVED;
import static io.cultivar.local.sample.SamplePeople.ENGINEERING;
import static io.cultivar.local.sample.SamplePeople.FINANCE;
import static io.cultivar.local.sample.SamplePeople.LEGAL;
import static io.cultivar.local.sample.SamplePeople.MARKETING;
import static io.cultivar.local.sample.SamplePeople.OPERATIONS;
import static io.cultivar.local.sample.SamplePeople.PEOPLE;
import static io.cultivar.local.sample.SamplePeople.SALES;
import static io.cultivar.local.sample.SamplePeople.SUPPORT;

import io.cultivar.contract.event.Isolation;
import io.cultivar.contract.event.ProgramFormat;
import java.math.BigDecimal;
import java.util.List;

/** The dozen programs of the sample company; each planted truth stands beside its program. */
final class SamplePrograms {

    /** Treated people of this program leave less: its monthly risk of leaving is a fraction of that of the others. */
    static final String RETAINING = "career-pathways";

    /** Its controls are tested too. */
    static final String TESTED_IN_BOTH_ARMS = "support-simulation";

    private SamplePrograms() {}

    static List<ProgramPlan> all() {
        return List.of(
                supportSimulation(),
                complaintClinic(),
                dealSprint(),
                crmMastery(),
                cleanCodeWorkshop(),
                peerCodeReview(),
                leadershipEssentials(),
                mentoringCircles(),
                careerPathways(),
                leanProblemSolving(),
                resilienceWebinar(),
                dataLiteracy(),
                legalAiDrafting());
    }

    /** The clear winner: by lot, five tickets more a week. */
    private static ProgramPlan supportSimulation() {
        return PlanBuilder.external(
                        "support-simulation", "Support simulation", "customer-service", "northlight-academy")
                .arms(RANDOMIZED, List.of(SUPPORT), 45, 45, "2025-06-01")
                .certified(ProgramFormat.IMMERSIVE, "conflict-resolution", 12, 14, 24)
                .primary(TICKETS_RESOLVED, "9", "0.5")
                .intangible(CUSTOMER_SATISFACTION)
                .truly(TICKETS_RESOLVED, 5.0)
                .participantHour("38")
                .cost(NEEDS_ANALYSIS, 900, 4, 1)
                .cost(PROVIDER_FEES, 9_800, 6, 1)
                .cost(MATERIALS, 1_150, 5, 2)
                .cost(ADMINISTRATION, 840, 5, 3)
                .cost(EVALUATION, 600, 9, 1)
                .cost(CONTRACT_MANAGEMENT, 480, 4, 6)
                .build();
    }

    /** Works, and pays for itself. */
    private static ProgramPlan complaintClinic() {
        return PlanBuilder.inHouse("complaint-clinic", "Complaint clinic", "customer-service")
                .withoutLag()
                .arms(RANDOMIZED, List.of(SUPPORT), 45, 45, "2025-08-01")
                .tested(ProgramFormat.CLASSROOM, "conflict-resolution", 8, 7)
                .primary(CUSTOMER_SATISFACTION, "240")
                .truly(CUSTOMER_SATISFACTION, 0.50)
                .participantHour("38")
                .cost(DESIGN, 3_200, 6, 2)
                .cost(FACILITATION, 2_400, 8, 1)
                .cost(MATERIALS, 450, 8, 1)
                .build();
    }

    /** The loser: by lot, and those who took it close fewer deals. */
    private static ProgramPlan dealSprint() {
        return PlanBuilder.external("deal-sprint", "Deal sprint", "sales", "summit-row-institute")
                .arms(RANDOMIZED, List.of(SALES), 35, 35, "2025-05-01")
                .tested(ProgramFormat.CLASSROOM, "negotiation", 16, 10)
                .primary(DEALS_CLOSED, "350")
                .truly(DEALS_CLOSED, -1.2)
                .participantHour("46")
                .cost(PROVIDER_FEES, 24_500, 6, 1)
                .cost(TRAVEL, 5_900, 6, 1)
                .cost(FACILITIES, 2_100, 6, 1)
                .cost(CONTRACT_MANAGEMENT, 900, 4, 3)
                .build();
    }

    /** Rolled out in two waves; those who waited take it in October. */
    private static ProgramPlan crmMastery() {
        return PlanBuilder.inHouse("crm-mastery", "CRM mastery", "sales")
                .withoutLag()
                .arms(WAITLIST, List.of(SALES), 35, 35, "2025-05-01", "2025-07-01")
                .controlsFollowOn("2025-10-01")
                .tested(ProgramFormat.E_LEARNING, "crm", 6, 5)
                .primary(CUSTOMER_SATISFACTION, "240")
                .truly(CUSTOMER_SATISFACTION, 0.60)
                .participantHour("46")
                .cost(DESIGN, 4_000, 2, 2)
                .cost(ACQUISITION, 3_500, 4, 5)
                .cost(ADMINISTRATION, 750, 4, 5)
                .build();
    }

    /** The trap: everybody delivers far more after June, trained or not. */
    private static ProgramPlan cleanCodeWorkshop() {
        return PlanBuilder.external("clean-code-workshop", "Clean code workshop", "engineering", "codewright-guild")
                .arms(RANDOMIZED, List.of(ENGINEERING), 40, 40, "2025-06-01")
                .certified(ProgramFormat.CLASSROOM, "clean-code", 24, 15, 12)
                .primary(FEATURES_DELIVERED, "420")
                .participantHour("58")
                .cost(PROVIDER_FEES, 26_000, 6, 1)
                .cost(FACILITIES, 1_800, 6, 1)
                .cost(CONTRACT_MANAGEMENT, 1_200, 4, 4)
                .build();
    }

    /** Works, and nobody has written down what it costs. */
    private static ProgramPlan peerCodeReview() {
        return PlanBuilder.inHouse("peer-code-review", "Peer code review", "engineering")
                .withoutLag()
                .arms(RANDOMIZED, List.of(ENGINEERING), 40, 40, "2025-08-01")
                .untested(ProgramFormat.ON_THE_JOB, "clean-code", 10, 4)
                .primary(IDEAS_SUBMITTED, "130")
                .truly(IDEAS_SUBMITTED, 0.5)
                .build();
    }

    /** Works; the controls take it four months later. */
    private static ProgramPlan leadershipEssentials() {
        return PlanBuilder.external(
                        "leadership-essentials", "Leadership essentials", "leadership", "northlight-academy")
                .arms(WAITLIST, List.of(MARKETING, PEOPLE), 33, 33, "2025-05-01")
                .controlsFollowOn("2025-09-01")
                .certified(ProgramFormat.CLASSROOM, "delegation", 16, 20, 12)
                .primary(TASKS_COMPLETED, "110")
                .intangible(ENGAGEMENT_SCORE)
                .truly(TASKS_COMPLETED, 2.6)
                .participantHour("44")
                .cost(PROVIDER_FEES, 11_000, 5, 1)
                .cost(PROVIDER_FEES, 11_000, 9, 1)
                .cost(TRAVEL, 2_600, 5, 1)
                .cost(CONTRACT_MANAGEMENT, 720, 4, 6)
                .build();
    }

    /** Who likes it joins it: no controls, and half of what looks like its effect is the season. */
    private static ProgramPlan mentoringCircles() {
        return PlanBuilder.inHouse("mentoring-circles", "Mentoring circles", "leadership")
                .arms(SELF_SELECTED, List.of(ENGINEERING, MARKETING, FINANCE), 48, 0, "2025-05-05", "2025-05-19")
                .untested(ProgramFormat.MENTORING, "coaching", 18, 25)
                .primary(ENGAGEMENT_SCORE, "40", new Isolation(new BigDecimal("0.4"), new BigDecimal("0.7")))
                .truly(ENGAGEMENT_SCORE, 1.0)
                .participantHour("52")
                .cost(FACILITATION, 2_200, 5, 4)
                .cost(ADMINISTRATION, 600, 5, 2)
                .build();
    }

    /** Keeps people: those who take part leave far less; only those who stay for half a year longer are counted. */
    private static ProgramPlan careerPathways() {
        return PlanBuilder.inHouse(RETAINING, "Career pathways", "leadership")
                .arms(RANDOMIZED, List.of(SUPPORT, SALES, ENGINEERING, MARKETING), 135, 135, "2025-05-01")
                .untested(ProgramFormat.ROTATION, "career-planning", 5, 25)
                .primaryRetention(ENGAGEMENT_SCORE)
                .benefitHorizon("P6M")
                .truly(ENGAGEMENT_SCORE, 2.0)
                .cost(NEEDS_ANALYSIS, 1_500, 3, 1)
                .estimatedCost(FACILITATION, 7_000, 150, 5, 7)
                .estimatedCost(PARTICIPANT_TIME, 27_000, 800, 5, 4)
                .cost(ADMINISTRATION, 2_100, 5, 7)
                .build();
    }

    /** Works; its controls were picked to resemble the treated. */
    private static ProgramPlan leanProblemSolving() {
        return PlanBuilder.inHouse("lean-problem-solving", "Lean problem solving", "operations")
                .arms(MATCHED, List.of(OPERATIONS), 30, 30, "2025-06-01")
                .certified(ProgramFormat.ON_THE_JOB, "root-cause-analysis", 20, 21, 36)
                .primary(ERROR_RATE, "420")
                .truly(ERROR_RATE, -0.5)
                .participantHour("36")
                .cost(DESIGN, 3_800, 4, 2)
                .cost(FACILITATION, 3_600, 6, 2)
                .cost(MATERIALS, 700, 6, 1)
                .build();
    }

    /** Does nothing, and costs money. */
    private static ProgramPlan resilienceWebinar() {
        return PlanBuilder.external("resilience-webinar", "Resilience webinar", "wellbeing", "calmworks")
                .withoutLag()
                .arms(RANDOMIZED, List.of(OPERATIONS, FINANCE), 45, 45, "2025-07-01")
                .untested(ProgramFormat.E_LEARNING, "resilience", 6, 3)
                .primary(ENGAGEMENT_SCORE, "35")
                .participantHour("40")
                .cost(PROVIDER_FEES, 11_400, 7, 1)
                .cost(ADMINISTRATION, 1_000, 6, 2)
                .build();
    }

    /** Works; but nobody was a control and nobody says how much of the change is its own, so there is no return. */
    private static ProgramPlan dataLiteracy() {
        return PlanBuilder.external("data-literacy", "Data literacy", "finance", "paragraph-school")
                .arms(SELF_SELECTED, List.of(FINANCE), 20, 0, "2025-06-02")
                .tested(ProgramFormat.E_LEARNING, "data-analysis", 10, 20)
                .primary(TASKS_COMPLETED, "90")
                .truly(TASKS_COMPLETED, 2.0)
                .participantHour("48")
                .cost(PROVIDER_FEES, 5_200, 6, 1)
                .build();
    }

    /** Four people: too few to be published. */
    private static ProgramPlan legalAiDrafting() {
        return PlanBuilder.external("legal-ai-drafting", "Drafting with AI", "legal", "paragraph-school")
                .arms(MATCHED, List.of(LEGAL, FINANCE), 4, 12, "2025-06-01")
                .tested(ProgramFormat.E_LEARNING, "ai-drafting", 8, 10)
                .primary(TASKS_COMPLETED, "90")
                .truly(TASKS_COMPLETED, 3.0)
                .participantHour("60")
                .cost(PROVIDER_FEES, 6_000, 6, 1)
                .build();
    }
}
