package io.cultivar.metricsapi.rest;

import io.cultivar.contract.Json;
import io.cultivar.contract.Term;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.metricsapi.about.BuildInfo;
import io.cultivar.metricsapi.access.Access;
import io.cultivar.metricsapi.access.AuditEntry;
import io.cultivar.metricsapi.access.Visitor;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.published.SnapshotSource;
import io.cultivar.metricsapi.tables.Dataset;
import io.cultivar.metricsapi.tables.Filter;
import io.cultivar.metricsapi.tables.Parameter;
import io.cultivar.metricsapi.tables.Problem;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions for results. All answers from one snapshot in one format share one entity tag: a tag is only ever
 * compared with those of the same address.
 */
public final class RestEndpoints {

    /** Behind the path of a table: the same as a file. */
    public static final String FILE_SUFFIX = ".{format}";

    /** Everything about one program. */
    public static final String PROGRAM_PATH = "/v1/programs/<program>";
    /** What would have been returned under other assumptions. */
    public static final String SCENARIOS_PATH = "/v1/roi/scenarios";

    /** Which state of all results an answer is from, where its format has no place to say so. */
    static final String PUBLICATION = "Cultivar-Publication";

    /** Facts dated after this do not count in the answer. */
    static final String AS_OF = "Cultivar-As-Of";

    private final SnapshotSource source;
    private final BuildInfo build;
    private final byte[] document;

    /** Answers from this source; the build is in every entity tag. */
    public RestEndpoints(SnapshotSource source, BuildInfo build) {
        this.source = source;
        this.build = build;
        this.document = OpenApi.document(build);
    }

    /** GET of a table, in the format that the request accepts. */
    public void rows(Context context, Dataset dataset) {
        rows(context, dataset, accepted(context, List.of(Format.values())));
    }

    /** GET of a table as a file, in the format that the path ends in. */
    public void file(Context context, Dataset dataset) {
        String suffix = context.pathParam("format");
        Format format = Term.find(Format.class, suffix)
                .orElseThrow(() -> Problem.unknownFormat(suffix, Term.ids(Format.class)));
        rows(context, dataset, format);
        save(context, dataset.fileName() + '.' + format.id());
    }

    private void rows(Context context, Dataset dataset, Format format) {
        Filter filter = Filter.read(context.queryParamMap(), parameters(dataset));
        if (format != Format.JSON || filter.end(Parameter.AS_OF).isPresent()) {
            Visitor.needForFile(context);
        }
        answer(context, format.id(), format.contentType(), snapshot -> shown(snapshot, filter), snapshot -> {
            Paging page = Paging.of(dataset, snapshot, filter);
            AuditEntry.rows(context, page.rows().size());
            String next = page.next() == null ? null : next(context, page.next());
            if (next != null) {
                context.header("Link", '<' + next + ">; rel=\"next\"");
            }
            return format.write(dataset, Envelope.of(snapshot, page.rows(), next));
        });
    }

    /** What was published when the request says, the newest where it does not. */
    private static Snapshot shown(Snapshot newest, Filter filter) {
        return filter.end(Parameter.AS_OF)
                .map(then -> newest.at(then)
                        .orElseThrow(() ->
                                Problem.beforeHistory(then, newest.earlier().from())))
                .orElse(newest);
    }

    /** Everything that a request for a table may say. */
    static List<Parameter> parameters(Dataset dataset) {
        return Stream.concat(dataset.parameters().stream(), Paging.PARAMETERS.stream())
                .toList();
    }

    /** The same question again, from the cursor on. */
    private static String next(Context context, Cursor cursor) {
        StringBuilder next = new StringBuilder(context.path()).append('?');
        context.queryParamMap().forEach((name, values) -> {
            if (!name.equals(Parameter.CURSOR.id())) {
                String value = URLEncoder.encode(values.get(0), StandardCharsets.UTF_8);
                next.append(name).append('=').append(value).append('&');
            }
        });
        return next.append(Parameter.CURSOR.id())
                .append('=')
                .append(cursor.text())
                .toString();
    }

    /** GET of a whole table, to be saved. */
    public void export(Context context) {
        Dataset dataset = Exports.table(context.pathParam("dataset"));
        Format format = accepted(context, Exports.FORMATS);
        Filter.read(context.queryParamMap(), List.of());
        answer(context, format, snapshot -> {
            Envelope whole = Exports.whole(snapshot, dataset);
            AuditEntry.rows(context, whole.data().size());
            return format.write(dataset, whole);
        });
        save(context, dataset.fileName() + '.' + format.id());
    }

    /** GET of all tables in one archive. */
    public void exportAll(Context context) {
        Filter.read(context.queryParamMap(), List.of());
        answer(context, "zip", Exports.ZIP, Exports::all);
        save(context, "cultivar.zip");
    }

    private static void save(Context context, String name) {
        context.header("Content-Disposition", "attachment; filename=\"" + name + '"');
    }

    /** GET of everything about one program. */
    public void program(Context context) {
        Format format = accepted(context, List.of(Format.JSON));
        Filter.read(context.queryParamMap(), List.of());
        String id = context.pathParam("program");
        answer(context, format, snapshot -> Json.write(program(snapshot, id)));
    }

    /** What is answered depends on what is accepted, which caches must know. */
    private static Format accepted(Context context, List<Format> offered) {
        context.header("Vary", "Accept");
        return Accept.read(Collections.list(context.req().getHeaders("Accept"))).choose(offered);
    }

    /** POST of other assumptions, answered by what would have been returned under them. */
    public void scenarios(Context context) {
        Format format = accepted(context, List.of(Format.JSON));
        Filter.read(context.queryParamMap(), List.of());
        ScenarioRequest request = ScenarioRequest.read(context.bodyAsBytes());
        Snapshot snapshot = source.snapshot().orElseThrow(Problem::notReady);
        context.header("Cache-Control", "no-store")
                .contentType(format.contentType())
                .result(Json.write(request.answer(snapshot)));
    }

    /** GET of what can be asked. */
    public void document(Context context) {
        Filter.read(context.queryParamMap(), List.of());
        answer(context, '"' + build.version() + '"', Format.JSON.contentType(), document);
    }

    /** GET of who asked for what. */
    public static void audit(Context context, Access access) {
        Filter.read(context.queryParamMap(), List.of());
        context.header("Cache-Control", "no-store")
                .contentType(Format.NDJSON.contentType())
                .result(access.newestAudit());
    }

    private static ProgramResult program(Snapshot snapshot, String id) {
        return snapshot.program(id).orElseThrow(() -> Problem.unknownProgram(id));
    }

    private void answer(Context context, Format format, Function<Snapshot, byte[]> question) {
        answer(context, format.id(), format.contentType(), question);
    }

    private void answer(Context context, String form, String contentType, Function<Snapshot, byte[]> question) {
        answer(context, form, contentType, newest -> newest, question);
    }

    private void answer(
            Context context,
            String form,
            String contentType,
            UnaryOperator<Snapshot> which,
            Function<Snapshot, byte[]> question) {
        Snapshot snapshot = which.apply(source.snapshot().orElseThrow(Problem::notReady));
        byte[] answer = question.apply(snapshot);
        // The build is in it because another build may write the same snapshot in another way.
        String tag = '"' + snapshot.version() + '-' + build.version() + '-' + form + '"';
        context.header(PUBLICATION, snapshot.version());
        Instant asOf = snapshot.asOf();
        if (asOf != null) {
            context.header(AS_OF, asOf.toString());
        }
        answer(context, tag, contentType, answer);
    }

    private static void answer(Context context, String tag, String contentType, byte[] answer) {
        context.header("ETag", tag).header("Cache-Control", "no-cache");
        if (isKnown(context.header("If-None-Match"), tag)) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            context.contentType(contentType).result(answer);
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
