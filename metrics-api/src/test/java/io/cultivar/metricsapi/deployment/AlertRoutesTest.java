package io.cultivar.metricsapi.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who hears of which alert, and of which not. */
class AlertRoutesTest {

    private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..");
    private static final Path ROUTES = ROOT.resolve("docker/alertmanager/alertmanager.yml");
    private static final Path EXAMPLE = ROOT.resolve("docker/alertmanager/alertmanager.example.yml");
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Pattern LABEL_MATCHER = Pattern.compile("(?<label>\\w+)(?<operator>=~?)\"(?<value>[^\"]*)\"");

    @Test
    void shouldRouteEveryAudience() throws IOException {
        JsonNode routes = YAML.readTree(ROUTES.toFile());
        Set<String> receivers = new HashSet<>();
        routes.get("receivers")
                .forEach(receiver -> receivers.add(receiver.get("name").asText()));
        Map<String, String> receiverOf = new HashMap<>();
        for (JsonNode route : routes.at("/route/routes")) {
            String matcher = route.at("/matchers/0").asText();
            receiverOf.put(
                    matcher.replaceAll("audience=\"(.*)\"", "$1"),
                    route.get("receiver").asText());
        }

        assertThat(receivers).containsAll(receiverOf.values());
        for (AlertRulesTest.Rule alert : AlertRulesTest.alerts()) {
            String audience = alert.json().at("/labels/audience").asText();
            assertThat(receiverOf).containsEntry(audience, audience);
        }
    }

    @Test
    void shouldShowInTheExampleHowEachIsTold_withoutASecret() throws IOException {
        // given
        JsonNode shipped = YAML.readTree(ROUTES.toFile());
        JsonNode example = YAML.readTree(EXAMPLE.toFile());

        // then it differs in who is told and how, and in nothing else
        for (String key : List.of("route", "inhibit_rules")) {
            assertThat(example.get(key)).isEqualTo(shipped.get(key));
        }
        assertThat(example.get("receivers")).hasSameSizeAs(shipped.get("receivers"));
        for (JsonNode receiver : example.get("receivers")) {
            assertThat(receiver).as(receiver.toString()).hasSizeGreaterThan(1);
        }
        assertThat(Files.readString(EXAMPLE))
                .contains("_file: /etc/alertmanager/secrets/")
                .doesNotContainPattern("(password|secret|token|key|credentials):")
                .as("an address may be a secret, too: none but an invented one stands here")
                .doesNotContainPattern("url: (?!https://alerts\\.example\\.com/cultivar\n)");
    }

    static List<Path> routings() {
        return List.of(ROUTES, EXAMPLE);
    }

    /** An ingest that is down loses what its senders give up on, whatever streams does. */
    @ParameterizedTest
    @MethodSource("routings")
    void shouldKeepQuietOnlyOfWhatFollowsFromAPipelineThatIsDown(Path routing) throws IOException {
        // given an alert for each job that ServiceDown is about, and every other one as it is
        List<Map<String, String>> fired = new ArrayList<>();
        for (AlertRulesTest.Rule alert : AlertRulesTest.alerts()) {
            fired.add(Map.of("alertname", alert.name()));
        }
        for (String job : List.of("ingest", "streams", "metrics-api")) {
            fired.add(Map.of("alertname", "ServiceDown", "job", job));
        }
        JsonNode inhibitions = YAML.readTree(routing.toFile()).get("inhibit_rules");

        // then
        assertThat(inhibitions)
                .allSatisfy(inhibition -> assertThat(inhibition.get("source_matchers"))
                        .extracting(JsonNode::asText)
                        .containsExactly("alertname=\"PipelineDown\""));
        assertThat(fired.stream().filter(alert -> isInhibited(alert, inhibitions)))
                .containsExactlyInAnyOrder(
                        Map.of("alertname", "LagGrowing"),
                        Map.of("alertname", "DataStale"),
                        Map.of("alertname", "ServiceDown", "job", "streams"));
    }

    private static boolean isInhibited(Map<String, String> alert, JsonNode inhibitions) {
        for (JsonNode inhibition : inhibitions) {
            boolean all = true;
            for (JsonNode target : inhibition.get("target_matchers")) {
                Matcher matcher = LABEL_MATCHER.matcher(target.asText());
                assertThat(matcher.matches()).as(target.asText()).isTrue();
                String value = alert.getOrDefault(matcher.group("label"), "");
                String wanted = matcher.group("value");
                all &= matcher.group("operator").equals("=") ? value.equals(wanted) : value.matches(wanted);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("routings")
    void shouldRouteAsAmtoolSays(Path routing) throws Exception {
        Tool amtool = Tool.AMTOOL.required();

        Tool.Said checked = amtool.run("check-config", routing.toString());
        assertThat(checked.status()).as(checked.text()).isZero();
        for (String audience : List.of("leadership", "admins", "operations")) {
            Tool.Said said = amtool.run(
                    "config",
                    "routes",
                    "test",
                    "--config.file=" + routing,
                    "--verify.receivers=" + audience,
                    "audience=" + audience,
                    "severity=critical");
            assertThat(said.status()).as(said.text()).isZero();
        }
    }
}
