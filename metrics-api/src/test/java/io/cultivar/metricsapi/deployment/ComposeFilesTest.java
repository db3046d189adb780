package io.cultivar.metricsapi.deployment;

import static io.cultivar.metricsapi.deployment.ComposeFiles.ONE;
import static io.cultivar.metricsapi.deployment.ComposeFiles.REPLICATED;
import static io.cultivar.metricsapi.deployment.ComposeFiles.ROOT;
import static io.cultivar.metricsapi.deployment.ComposeFiles.map;
import static io.cultivar.metricsapi.deployment.ComposeFiles.services;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.metricsapi.ApiUnderTest;
import io.cultivar.metricsapi.access.AccessConfig;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stack as it is deployed: nothing more is open, allowed or assumed than must be. */
class ComposeFilesTest {

    private static final String SECRETS = """
            CULTIVAR_PSEUDONYM_KEY=c2VjcmV0
            GRAFANA_ADMIN_PASSWORD=secret
            POSTGRES_PASSWORD=secret
            GRAFANA_READER_PASSWORD=secret
            CULTIVAR_SESSION_SECRET=c2VjcmV0
            """;

    /** Who may be reached from outside, by the port inside. */
    private static final Map<String, String> PUBLISHED = Map.of(
            "ingest", "8081",
            "ingest-2", "8081",
            "metrics-api", "8080",
            "metrics-api-2", "8080",
            "grafana", "3000");

    static Stream<Object[]> eachService() throws IOException {
        return services().entrySet().stream().map(entry -> new Object[] {entry.getKey(), entry.getValue()});
    }

    @Test
    void shouldHaveTheWholeStack() throws IOException {
        assertThat(services())
                .containsKeys(
                        "kafka",
                        "streams",
                        "streams-2",
                        "ingest",
                        "ingest-2",
                        "metrics-api",
                        "metrics-api-2",
                        "sample",
                        "postgres",
                        "prometheus",
                        "alertmanager",
                        "grafana");
    }

    @ParameterizedTest
    @MethodSource("eachService")
    void shouldAllowNoMoreThanIsNeeded(String name, Map<?, ?> service) {
        assertThat(service.get("read_only")).as(name).isEqualTo(true);
        assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(service.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        assertThat(service.get("mem_limit")).isNotNull();
        assertThat(service.get("pids_limit")).isNotNull();
        assertThat(service.get("stop_grace_period")).isEqualTo("45s");
        assertThat((String) service.get("image")).matches("cultivar/[a-z-]+|.+:v?\\d+\\.?[0-9.]*");
    }

    @ParameterizedTest
    @MethodSource("eachService")
    void shouldPublishOnlyWhatPeopleUse(String name, Map<?, ?> service) {
        Object ports = service.get("ports");
        if (ports == null) {
            assertThat(PUBLISHED).doesNotContainKey(name);
        } else {
            assertThat((List<?>) ports)
                    .hasSize(1)
                    .allSatisfy(port -> assertThat((String) port)
                            .startsWith("${CULTIVAR_PUBLISH:-127.0.0.1}:")
                            .endsWith(":" + PUBLISHED.get(name)));
        }
    }

    @ParameterizedTest
    @MethodSource("eachService")
    void shouldTellWhetherItIsHealthy(String name, Map<?, ?> service) throws IOException {
        String image = (String) Objects.requireNonNull(service.get("image"));
        if (image.startsWith("cultivar/") && !name.equals("sample")) {
            assertThat(dockerfile(image.substring("cultivar/".length()))).contains("HEALTHCHECK");
        } else if (!name.equals("sample")) {
            assertThat(service.get("healthcheck")).as(name).isNotNull();
        }
    }

    /** A first start that fails once it has made the data leaves a database that answers, with nobody to read it. */
    @Test
    void shouldTakeTheDatabaseForHealthyOnlyWithItsReader() throws IOException {
        String role = "cultivar_reader";
        Map<?, ?> check = map(map(services().get("postgres")).get("healthcheck"));
        List<String> test = ((List<?>) Objects.requireNonNull(check.get("test")))
                .stream().map(String.class::cast).toList();

        assertThat(test).startsWith("CMD", "psql").contains("127.0.0.1").endsWith("SELECT '" + role + "'::regrole");
        assertThat(Files.readString(ROOT.resolve("docker/postgres/reader.sql"))).contains("CREATE ROLE " + role);
    }

    @Test
    void shouldTakeEverySecretFromOutside() throws IOException {
        List<String> secrets = new ArrayList<>();
        services().forEach((name, service) -> {
            if (service.get("environment") != null) {
                map(service.get("environment")).forEach((variable, value) -> {
                    if (variable.toString().matches(".*(KEY|PASSWORD|SECRET|TOKEN).*")) {
                        secrets.add(name + " " + value);
                    }
                });
            }
        });

        assertThat(secrets).hasSize(10).allMatch(secret -> secret.matches("[a-z0-9-]+ \\$\\{[A-Z_]+:\\?run make env}"));
    }

    @Test
    void shouldKeepTheHistoryWithoutWaitingForIt() throws IOException {
        for (String replica : List.of("metrics-api", "metrics-api-2")) {
            Map<?, ?> service = map(services().get(replica));
            assertThat(map(service.get("environment")).get("CULTIVAR_HISTORY_URL"))
                    .isEqualTo("jdbc:postgresql://postgres:5432/cultivar");
            assertThat(map(service.get("depends_on")).containsKey("postgres")).isFalse();
        }
    }

    @Test
    void shouldAddOnlyTheSecretsThatAreMissing(@TempDir Path directory) throws Exception {
        // given
        Tool make = new Tool("make").required();
        Path secrets = Files.writeString(directory.resolve(".env"), "CULTIVAR_PSEUDONYM_KEY=kept\nPOSTGRES_PASSWORD=");
        String[] env = {
            "-C",
            directory.toString(),
            "-f",
            ROOT.toRealPath().resolve("Makefile").toString(),
            "env"
        };

        // when
        Tool.Said first = make.run(env);
        String written = Files.readString(secrets);
        Tool.Said second = make.run(env);

        // then
        assertThat(first.status()).as(first.text()).isZero();
        assertThat(first.text()).contains("added a fresh POSTGRES_PASSWORD", "added a fresh GRAFANA_READER_PASSWORD");
        assertThat(written)
                .startsWith("CULTIVAR_PSEUDONYM_KEY=kept\nPOSTGRES_PASSWORD=\nGRAFANA_ADMIN_PASSWORD=")
                .containsPattern("(?m)^POSTGRES_PASSWORD=[\\w-]{24}$")
                .containsPattern("(?m)^GRAFANA_READER_PASSWORD=[\\w-]{24}$");
        assertThat(second.text()).doesNotContain("added");
        assertThat(secrets).hasContent(written);
    }

    @Test
    void shouldMakeKeysThatOpenTheResultsAndKeepNoneButPrometheus(@TempDir Path directory) throws Exception {
        // given
        Tool make = new Tool("make").required();
        String file = ROOT.toRealPath().resolve("Makefile").toString();
        Path secrets = directory.resolve(".secrets");

        // when
        Tool.Said env = make.run("-C", directory.toString(), "-f", file, "env");
        Tool.Said again = make.run("-C", directory.toString(), "-f", file, "env");
        Tool.Said key = make.run("-C", directory.toString(), "-f", file, "key", "NAME=anna", "ROLE=leader");
        Tool.Said twice = make.run("-C", directory.toString(), "-f", file, "key", "NAME=anna", "ROLE=admin");
        Tool.Said boss = make.run("-C", directory.toString(), "-f", file, "key", "NAME=bert", "ROLE=boss");

        // then
        assertThat(env.status()).as(env.text()).isZero();
        assertThat(again.text()).doesNotContain("cultivar_");
        assertThat(twice.status()).isNotZero();
        assertThat(twice.text()).contains("anna has a key already");
        assertThat(boss.text()).contains("usage: make key NAME=anna ROLE=leader");
        String admin = keyIn(env);
        String leader = keyIn(key);
        String scrape = Files.readString(secrets.resolve("scrape-key")).strip();
        assertThat(Files.readString(secrets.resolve("access-keys"))).doesNotContain(admin, leader, scrape);
        assertThat(Files.getPosixFilePermissions(secrets)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        for (String name : List.of("access-keys", "scrape-key")) {
            // Read by users of containers.
            assertThat(Files.getPosixFilePermissions(secrets.resolve(name)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
        }
        Map<String, String> environment = Map.of(
                "CULTIVAR_ACCESS_FILE", secrets.resolve("access-keys").toString(),
                "CULTIVAR_SESSION_SECRET", value(directory.resolve(".env"), "CULTIVAR_SESSION_SECRET"),
                "CULTIVAR_AUDIT_FILE", directory.resolve("audit.jsonl").toString());
        try (ApiUnderTest api = new ApiUnderTest(
                SampleSources.source(SamplePrograms.snapshot()), 0, AccessConfig.read(environment::getOrDefault))) {
            assertThat(statuses(api, scrape)).containsExactly(200, 403, 403);
            assertThat(statuses(api, leader)).containsExactly(200, 200, 403);
            assertThat(statuses(api, admin)).containsExactly(200, 200, 200);
        }
    }

    private static String keyIn(Tool.Said said) {
        Matcher key = Pattern.compile("cultivar_[\\w-]{43}").matcher(said.text());
        assertThat(key.find()).as(said.text()).isTrue();
        return key.group();
    }

    private static String value(Path env, String name) throws IOException {
        return Files.readAllLines(env).stream()
                .filter(line -> line.startsWith(name + '='))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 1);
    }

    private static List<Integer> statuses(ApiUnderTest api, String key) throws IOException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (String path : List.of("/metrics", "/v1/roi", "/v1/audit")) {
            statuses.add(api.get(path, "Authorization", "Bearer " + key).statusCode());
        }
        return statuses;
    }

    @Test
    void shouldLetNobodyInWithoutAKey() throws IOException {
        for (String replica : List.of("metrics-api", "metrics-api-2")) {
            Map<?, ?> service = map(services().get(replica));
            assertThat(map(service.get("environment")).get("CULTIVAR_ACCESS_FILE"))
                    .isEqualTo("/run/secrets/access-keys");
            assertThat(map(service.get("environment")).containsKey("CULTIVAR_ACCESS"))
                    .isFalse();
            assertThat(service.get("secrets")).isEqualTo(List.of("access-keys"));
        }
        assertThat(map(services().get("prometheus")).get("secrets")).isEqualTo(List.of("scrape-key"));
        assertThat(Files.readString(ROOT.resolve("docker/prometheus/prometheus.yml")))
                .containsOnlyOnce("credentials_file: /run/secrets/scrape-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {ONE, REPLICATED})
    void shouldSayNothingThatTheOldComposeDoesNotKnow(String file) throws IOException {
        assertThat(Files.readString(ROOT.resolve(file)))
                .doesNotContainPattern("(?m)^(name|include|version):")
                .doesNotContain("start_interval", "develop:", "required:", "host_ip", "!reset", "dockerfile_inline")
                // A default within a default comes out as its text.
                .doesNotContainPattern("\\$\\{[A-Z_]+:-\\$");
    }

    private static String dockerfile(String image) throws IOException {
        return Files.readString(ROOT.resolve("docker").resolve(image + ".Dockerfile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "streams", "metrics-api", "sample"})
    void shouldRunWithoutRootAndWithoutAShell(String image) throws IOException {
        assertThat(dockerfile(image))
                .startsWith("# Packs")
                .doesNotContain("# syntax")
                .contains("\nUSER 10001:10001\n", "\nENTRYPOINT [\"java\", \"-XX:MaxRAMPercentage=")
                .doesNotContainPattern("(HEALTHCHECK|ENTRYPOINT|CMD)[^\\[]*\\[\"(ba)?sh\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "streams", "metrics-api"})
    void shouldHoldItsBillOfMaterials(String image) throws IOException {
        assertThat(dockerfile(image)).contains(image + "/target/distribution/sbom.json");
        assertThat(Files.readString(ROOT.resolve(image).resolve("pom.xml"))).contains("cyclonedx-maven-plugin");
    }

    @Test
    void shouldBeUnderstoodByCompose(@TempDir Path directory) throws Exception {
        Tool docker = compose();
        Path secrets = Files.writeString(directory.resolve("env"), SECRETS);

        for (List<String> files : List.of(List.of(ONE), List.of(ONE, REPLICATED))) {
            assertThat(config(docker, secrets, files).status()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CULTIVAR_PSEUDONYM_KEY",
                "GRAFANA_ADMIN_PASSWORD",
                "POSTGRES_PASSWORD",
                "GRAFANA_READER_PASSWORD",
                "CULTIVAR_SESSION_SECRET"
            })
    void shouldNotStartWithoutASecret(String missing, @TempDir Path directory) throws Exception {
        Tool docker = compose();
        Path secrets = Files.writeString(directory.resolve("env"), SECRETS.replaceAll("(?m)^" + missing + "=.*$", ""));

        Tool.Said said = config(docker, secrets, List.of(ONE));

        assertThat(said.status()).isNotZero();
        assertThat(said.text()).contains(missing, "run make env");
    }

    /** Skips the calling test where there is no Compose; with {@code REQUIRE_DOCKER=true} that is a failure. */
    private static Tool compose() throws IOException, InterruptedException {
        Tool docker = new Tool("docker");
        boolean wanted = Boolean.parseBoolean(System.getenv().getOrDefault("REQUIRE_DOCKER", "false"));
        boolean present = docker.isPresent() && docker.run("compose", "version").status() == 0;
        if (wanted) {
            assertThat(present)
                    .as("REQUIRE_DOCKER is true, so docker compose has to be there")
                    .isTrue();
        }
        if (!present) {
            System.err.println("SKIPPED: what docker compose says: there is none");
        }
        Assumptions.assumeTrue(present, "docker compose is there");
        return docker;
    }

    private static Tool.Said config(Tool docker, Path secrets, List<String> files)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("compose", "--env-file", secrets.toString()));
        files.forEach(file -> {
            arguments.add("-f");
            arguments.add(ROOT.resolve(file).toString());
        });
        arguments.addAll(List.of("config", "-q"));
        return docker.run(arguments.toArray(String[]::new));
    }
}
