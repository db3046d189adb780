package io.cultivar.metricsapi.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.metricsapi.ApiUnderTest;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleSources;
import io.cultivar.metricsapi.tables.Dataset;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageEndpointsTest {

    private ApiUnderTest api;
    private ApiUnderTest starting;

    @BeforeAll
    void start() {
        api = new ApiUnderTest(SampleSources.source(SamplePrograms.snapshot()));
        starting = new ApiUnderTest(SampleSources.notReady());
    }

    @AfterAll
    void stop() {
        api.close();
        starting.close();
    }

    @Test
    void shouldShowEveryProgramOnThePageAndEscapeIt() throws Exception {
        HttpResponse<String> response = api.get("/");

        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .isEqualTo(Page.CONTENT_SECURITY_POLICY);
        assertThat(response.body())
                .contains(">Negotiation &lt;for&gt; &quot;sales&quot; &amp; &#39;service&#39;</a></td>");
        for (Dataset dataset : Dataset.values()) {
            assertThat(response.body()).contains("<a href=\"" + dataset.path() + "\">");
        }
    }

    @Test
    void shouldShowAProgramOnAPageOfItsOwn() throws Exception {
        HttpResponse<String> response = api.get("/programs/negotiation");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Security-Policy")).contains(Page.CONTENT_SECURITY_POLICY);
        assertThat(response.body()).contains("<h1>Negotiation &lt;for&gt;");
        assertThat(body(api, "/programs/nobody", 404)).contains("Nothing is published about the program nobody.");
        assertThat(body(starting, "/programs/negotiation", 503)).contains("Not ready");
    }

    @Test
    void shouldServeTheFilesOfThePagesAndNoOther() throws Exception {
        for (String name : PageResources.NAMES) {
            HttpResponse<String> file = api.get("/page/" + name);
            String tag = file.headers().firstValue("ETag").orElseThrow();

            assertThat(file.statusCode()).as(name).isEqualTo(200);
            assertThat(api.get("/page/" + name, "If-None-Match", tag).statusCode())
                    .as(name)
                    .isEqualTo(304);
        }
        assertThat(api.get("/page/main.js").headers().firstValue("Content-Type"))
                .contains("text/javascript; charset=utf-8");
        assertThat(body(api, "/page/other.js", 404)).contains("urn:cultivar:problem:unknown-file");
        assertThat(api.get("/page/..%2Flogback.xml").statusCode()).isBetween(400, 404);
    }

    private static String body(ApiUnderTest api, String path, int status) throws IOException, InterruptedException {
        HttpResponse<String> response = api.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(status);
        return response.body();
    }
}
