package io.cultivar.metricsapi.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Dashboards are as Grafana's own types want them, and ask the data sources that are provisioned. */
class DashboardSchemaTest {

    private static Schema schema() throws IOException {
        try (InputStream text = DashboardSchemaTest.class.getResourceAsStream("/grafana/dashboard.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(
                            new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8),
                            InputFormat.JSON);
        }
    }

    private static List<Error> errors(String dashboard) throws IOException {
        return schema().validate(dashboard, InputFormat.JSON);
    }

    static List<Path> files() throws IOException {
        return DashboardQueries.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldBeAsGrafanaWantsIt(Path file) throws IOException {
        assertThat(errors(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"panels\"|\"pannels\"",
                "\"mode\": \"absolute\"|\"mode\": \"relative\"",
                "\"schemaVersion\": 39|\"schemaVersion\": \"39\""
            })
    void shouldNoticeWhatGrafanaWouldIgnore(String right, String wrong) throws IOException {
        // given
        String dashboard = Files.readString(files().get(0));
        assertThat(dashboard).contains(right);

        // when
        List<Error> errors = errors(dashboard.replace(right, wrong));

        // then
        assertThat(errors).isNotEmpty();
    }

    @Test
    void shouldAskOnlyProvisionedDataSources() throws IOException {
        Set<String> provisioned = new HashSet<>();
        try (Stream<Path> files = Files.list(DashboardQueries.GRAFANA.resolve("provisioning/datasources"))) {
            for (Path file : files.toList()) {
                new YAMLMapper()
                        .readTree(file.toFile())
                        .get("datasources")
                        .forEach(source -> provisioned.add(source.get("uid").asText()));
            }
        }
        assertThat(provisioned).containsExactlyInAnyOrder(DashboardQueries.DATASOURCE, DashboardQueries.HISTORY);
        for (JsonNode dashboard : DashboardQueries.dashboards()) {
            assertThat(dashboard.findValues("datasource"))
                    .isNotEmpty()
                    .allSatisfy(source ->
                            assertThat(provisioned).contains(source.get("uid").asText()));
        }
    }
}
