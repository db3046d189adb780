package io.cultivar.metricsapi;

import io.cultivar.contract.Json;
import io.cultivar.contract.result.ProgramResult;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers questions for results in JSON. All answers from one snapshot share one entity tag. */
final class RestEndpoints {

    static final String PROGRAM_PATH = "/v1/programs/<program>";
    static final String SCENARIOS_PATH = "/v1/roi/scenarios";

    private static final String JSON = "application/json";

    private final SnapshotSource source;
    private final BuildInfo build;

    RestEndpoints(SnapshotSource source, BuildInfo build) {
        this.source = source;
        this.build = build;
    }

    /** GET of a table. */
    void rows(Context context, Dataset dataset) {
        Filter filter = Filter.read(context.queryParamMap(), dataset.parameters());
        answer(context, snapshot -> dataset.read(snapshot, filter));
    }

    /** GET of everything about one program. */
    void program(Context context) {
        Filter.read(context.queryParamMap(), List.of());
        String id = context.pathParam("program");
        answer(context, snapshot -> program(snapshot, id));
    }

    /** POST of other assumptions, answered by what would have been returned under them. */
    void scenarios(Context context) {
        Filter.read(context.queryParamMap(), List.of());
        ScenarioRequest request = ScenarioRequest.read(context.bodyAsBytes());
        Snapshot snapshot = source.snapshot().orElseThrow(Problem::notReady);
        context.header("Cache-Control", "no-store").contentType(JSON).result(Json.write(request.answer(snapshot)));
    }

    private static ProgramResult program(Snapshot snapshot, String id) {
        return snapshot.program(id).orElseThrow(() -> Problem.unknownProgram(id));
    }

    private void answer(Context context, Function<Snapshot, Record> question) {
        Snapshot snapshot = source.snapshot().orElseThrow(Problem::notReady);
        Record answer = question.apply(snapshot);
        // The build is in it because another build may write the same snapshot in another way.
        String tag = '"' + snapshot.version() + '-' + build.version() + '"';
        context.header("ETag", tag).header("Cache-Control", "no-cache");
        if (isKnown(context.header("If-None-Match"), tag)) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            context.contentType(JSON).result(Json.write(answer));
        }
    }

    private static boolean isKnown(@Nullable String known, String tag) {
        return known != null
                && Arrays.stream(known.split(",", -1))
                        .map(String::strip)
                        .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                        .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag));
    }
}
