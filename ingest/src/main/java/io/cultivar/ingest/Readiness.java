package io.cultivar.ingest;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Whether events can be written at this moment. */
interface Readiness {

    /** Empty when they can; else why not, in one sentence. Never fails, and answers within seconds. */
    CompletionStage<Optional<String>> whyNot();
}
