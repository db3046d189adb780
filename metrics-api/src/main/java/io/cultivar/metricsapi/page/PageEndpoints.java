package io.cultivar.metricsapi.page;

import io.cultivar.contract.result.ProgramResult;
import io.cultivar.metricsapi.access.Visitor;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.published.SnapshotSource;
import io.cultivar.metricsapi.tables.Problem;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers with the pages, and with the files that they load. */
public final class PageEndpoints {

    /** The files are a closed list; a name may have a folder in it. */
    public static final String FILE_PATH = "/page/<file>";

    private static final String HTML = "text/html; charset=utf-8";

    private final SnapshotSource source;

    /** Shows what this source has. */
    public PageEndpoints(SnapshotSource source) {
        this.source = source;
    }

    /** GET of the page about all programs. */
    public void company(Context context) {
        Optional<Snapshot> snapshot = source.snapshot();
        answer(context, snapshot.isPresent() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, Page.render(snapshot));
    }

    /** GET of the page about one program. */
    public void program(Context context) {
        String id = context.pathParam("program");
        Optional<Snapshot> snapshot = source.snapshot();
        if (snapshot.isEmpty()) {
            answer(context, HttpStatus.SERVICE_UNAVAILABLE, ProgramPage.renderNotReady());
            return;
        }
        Optional<ProgramResult> program = snapshot.get().program(id);
        answer(
                context,
                program.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND,
                program.map(known -> ProgramPage.render(snapshot.get(), known))
                        .orElseGet(() -> ProgramPage.renderMissing(id)));
    }

    private static void answer(Context context, HttpStatus status, String page) {
        context.status(status)
                .header("Content-Security-Policy", Page.CONTENT_SECURITY_POLICY)
                .header("Cache-Control", "no-cache")
                .contentType(HTML)
                .result(withVisitor(page, Visitor.of(context)));
    }

    /** The page is the same for everybody, but for who reads it, where that is known by a form. */
    private static String withVisitor(String page, @Nullable Visitor visitor) {
        return visitor == null ? page : page.replace(Page.BODY, Page.BODY + visitor.signOutLink());
    }

    /** GET of a file that the pages load. */
    public static void file(Context context) {
        String name = context.pathParam("file");
        PageResources.PageFile file = PageResources.find(name).orElseThrow(() -> Problem.unknownFile(name));
        context.header("ETag", file.tag()).header("Cache-Control", "no-cache");
        if (file.tag().equals(context.header("If-None-Match"))) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            context.contentType(file.contentType()).result(file.text());
        }
    }
}
