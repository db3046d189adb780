package io.cultivar.metricsapi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.metricsapi.ApiUnderTest;
import io.cultivar.metricsapi.about.Methods;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleSources;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.tables.Dataset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole tables for notebooks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportsTest {

    private static final Snapshot SNAPSHOT = SamplePrograms.snapshot();

    private ApiUnderTest api;

    @BeforeAll
    void start() {
        api = new ApiUnderTest(SampleSources.source(SNAPSHOT));
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @EnumSource
    void shouldExportATableAsAWhole(Dataset dataset) throws Exception {
        HttpResponse<String> csv = api.get("/v1/exports/" + dataset.fileName());
        HttpResponse<String> lines = api.get("/v1/exports/" + dataset.fileName(), "Accept", "application/x-ndjson");

        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + dataset.fileName() + ".csv\"");
        assertThat(csv.body()).isEqualTo(api.get(dataset.path() + ".csv").body());
        assertThat(lines.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + dataset.fileName() + ".ndjson\"");
        assertThat(lines.body()).isEqualTo(api.get(dataset.path() + ".ndjson").body());
    }

    @Test
    void shouldNameTheTablesThatThereAre() throws Exception {
        HttpResponse<String> refused = api.get("/v1/exports/salaries");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body())
                .contains("\"parameter\":\"dataset\"", "\"programs\"", "\"roi-portfolio\"", "\"trends\"");
        assertThat(api.get("/v1/exports/effects", "Accept", "application/json").statusCode())
                .isEqualTo(406);
    }

    @Test
    void shouldPutEveryTableIntoOneArchive() throws Exception {
        // when
        Map<String, String> files = unzip(Exports.all(SNAPSHOT));

        // then
        assertThat(files.keySet()).startsWith("publication.json").hasSize(1 + Dataset.values().length);
        for (Dataset dataset : Dataset.values()) {
            assertThat(files.get(dataset.fileName() + ".csv"))
                    .isEqualTo(api.get(dataset.path() + ".csv").body());
        }
        JsonNode publication =
                Json.tree(files.getOrDefault("publication.json", "").getBytes(StandardCharsets.UTF_8));
        assertThat(publication.get("publication").textValue()).isEqualTo(SNAPSHOT.version());
        assertThat(publication.get("methods").textValue()).isEqualTo(Methods.VERSION);
    }

    @Test
    void shouldOfferTheArchiveToSave() throws Exception {
        HttpResponse<String> response = api.get("/v1/exports/all.zip");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(response.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"cultivar.zip\"");
        assertThat(response.headers().firstValue("Cultivar-Publication")).contains(SNAPSHOT.version());
        assertThat(Exports.all(SNAPSHOT)).isEqualTo(Exports.all(SNAPSHOT));
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
