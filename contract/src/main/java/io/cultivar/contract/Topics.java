package io.cultivar.contract;

import io.cultivar.contract.Topic.Partitions;
import io.cultivar.contract.Topic.Retention;
import java.util.List;

/** Every topic, in the order in which the data flows. */
public final class Topics {

    /** What people learnt: enrolments, arms, completions, assessments, skills, feedback. Keyed by employee. */
    public static final Topic LEARNING_EVENTS = new Topic("learning.events", Retention.FOREVER, Partitions.BY_SUBJECT);

    /** What people did at work: outcomes, employment, erasure. Keyed by employee. */
    public static final Topic WORKFORCE_EVENTS =
            new Topic("workforce.events", Retention.FOREVER, Partitions.BY_SUBJECT);

    /** What is not about one person: definitions, costs, providers, requirements. Keyed by what it is about. */
    public static final Topic PROGRAM_EVENTS = new Topic("program.events", Retention.FOREVER, Partitions.BY_SUBJECT);

    /** What was refused at the door or could not be read behind it, with the reason; the raw bytes are sealed. */
    public static final Topic INGEST_REJECTED = new Topic("ingest.rejected", Retention.FOREVER, Partitions.SINGLE);

    /** What programs and metrics mean: every partition gets every definition. Internal. */
    public static final Topic EVALUATION_DEFINITIONS =
            new Topic("evaluation.definitions", Retention.LATEST_BY_KEY, Partitions.BY_SUBJECT);

    /** Absolute partial sums of each partition, by cell and origin; those of one program meet. Internal. */
    public static final Topic EVALUATION_SUMS =
            new Topic("evaluation.sums", Retention.LATEST_BY_KEY, Partitions.BY_SUBJECT);

    /** Every result exactly, small groups included: never leaves the pipeline, but through {@code evaluate}. */
    public static final Topic EVALUATION_RESULTS =
            new Topic("evaluation.results", Retention.LATEST_BY_KEY, Partitions.SINGLE);

    /** The results that may be seen, one record per program. */
    public static final Topic PUBLISHED_PROGRAMS =
            new Topic("published.programs", Retention.LATEST_BY_KEY, Partitions.SINGLE);

    /**
     * The results beyond single programs that may be seen: {@value #COMPANY} is a {@code CompanyResult}, {@value #PORTFOLIO}
     * a {@code PortfolioResult}.
     */
    public static final Topic PUBLISHED_COMPANY =
            new Topic("published.company", Retention.LATEST_BY_KEY, Partitions.SINGLE);

    /** The key of the company's results in {@link #PUBLISHED_COMPANY}. */
    public static final String COMPANY = "company";

    /** The key of the portfolio's results in {@link #PUBLISHED_COMPANY}. */
    public static final String PORTFOLIO = "portfolio";

    /** What the pipeline knows about its own input: how far it has read, what it had to refuse. */
    public static final Topic PUBLISHED_PIPELINE =
            new Topic("published.pipeline", Retention.LATEST_BY_KEY, Partitions.SINGLE);

    /**
     * Every publication of a program or of the portfolio that said something else than the one before it, a {@code
     * Publication} each: what was reported at any time, and why it is no longer. Keyed like the result.
     */
    public static final Topic PUBLISHED_LOG = new Topic("published.log", Retention.FOREVER, Partitions.SINGLE);

    /** All of them, in flow order. */
    public static final List<Topic> ALL = List.of(
            LEARNING_EVENTS,
            WORKFORCE_EVENTS,
            PROGRAM_EVENTS,
            INGEST_REJECTED,
            EVALUATION_DEFINITIONS,
            EVALUATION_SUMS,
            EVALUATION_RESULTS,
            PUBLISHED_PROGRAMS,
            PUBLISHED_COMPANY,
            PUBLISHED_PIPELINE,
            PUBLISHED_LOG);

    private Topics() {}
}
