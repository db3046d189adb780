package io.cultivar.metricsapi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessConfigTest {

    private static final String ISSUER = "https://login.example.com/realms/x";

    private static AccessConfig read(String... settings) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            environment.put(settings[i], settings[i + 1]);
        }
        return AccessConfig.read(environment::getOrDefault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.5", "results.example.com"})
    void shouldRefuseAnOpenAddressThatOthersReach(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessConfig.NONE.checkHost(host))
                .withMessage("CULTIVAR_METRICS_HOST " + host
                        + " can be reached from other machines: set CULTIVAR_ACCESS_FILE or CULTIVAR_OIDC_ISSUER, so"
                        + " that it knows who asks (or CULTIVAR_ACCESS=open, where something in front of it does)");
    }

    @Test
    void shouldTakeAnyAddressWhereItAsksOrIsToldNotTo(@TempDir Path directory) throws IOException {
        for (AccessConfig config : new AccessConfig[] {
            read("CULTIVAR_ACCESS", "open"),
            new SampleAccess(directory).config(),
            read("CULTIVAR_OIDC_ISSUER", ISSUER, "CULTIVAR_OIDC_AUDIENCE", "cultivar")
        }) {
            assertThatCode(() -> config.checkHost("0.0.0.0")).doesNotThrowAnyException();
        }
        assertThatCode(() -> AccessConfig.NONE.checkHost("127.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void shouldReadTheIssuerAndWhichValuesGiveWhichRole() {
        AccessConfig config = read(
                "CULTIVAR_OIDC_ISSUER", ISSUER,
                "CULTIVAR_OIDC_AUDIENCE", "cultivar",
                "CULTIVAR_OIDC_ROLE_CLAIM", "realm_access.roles",
                "CULTIVAR_OIDC_ROLES", "CN=board,DC=example=leader; cto = admin");

        assertThat(config.oidc())
                .isEqualTo(new OidcConfig(
                        ISSUER,
                        "cultivar",
                        "realm_access.roles",
                        Map.of("CN=board,DC=example", Role.LEADER, "cto", Role.ADMIN)));
    }

    @ParameterizedTest
    @CsvSource({
        "CULTIVAR_ACCESS, closed, 'CULTIVAR_ACCESS can only be open, not closed'",
        "CULTIVAR_ACCESS_FILE, /nowhere/keys, 'CULTIVAR_ACCESS_FILE cannot be read'",
        "CULTIVAR_SESSION_SECRET, AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=,"
                + " 'CULTIVAR_SESSION_SECRET is set, but CULTIVAR_ACCESS_FILE is not'",
        "CULTIVAR_OIDC_ISSUER, https://login.example.com, 'CULTIVAR_OIDC_ISSUER needs CULTIVAR_OIDC_AUDIENCE'",
        "CULTIVAR_OIDC_ISSUER, http://login.example.com, 'CULTIVAR_OIDC_ISSUER must be an https address'",
        "CULTIVAR_OIDC_ISSUER, login.example.com, 'CULTIVAR_OIDC_ISSUER must be an https address'",
        "CULTIVAR_OIDC_ISSUER, 'https://a b', 'CULTIVAR_OIDC_ISSUER must be an https address'",
        "CULTIVAR_OIDC_AUDIENCE, cultivar, 'CULTIVAR_OIDC_... is set, but CULTIVAR_OIDC_ISSUER is not'",
        "CULTIVAR_OIDC_ROLE_CLAIM, groups, 'CULTIVAR_OIDC_... is set, but CULTIVAR_OIDC_ISSUER is not'"
    })
    void shouldSayInOneLineWhatIsWrong(String variable, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(variable, value))
                .withMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "leader", "=leader", "board=boss", "board=leader;"})
    void shouldRefuseRolesThatAreWrittenOtherwise(String roles) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OidcConfig.roles(roles))
                .withMessage("CULTIVAR_OIDC_ROLES must be like value=role;value=role with the roles scrape, leader,"
                        + " analyst, admin, not " + roles);
    }

    @Test
    void shouldRefuseKeysWithoutASecretForSessionsAndKeysForAnOpenServer(@TempDir Path directory) throws IOException {
        SampleAccess sample = new SampleAccess(directory);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("CULTIVAR_ACCESS_FILE", sample.file().toString()))
                .withMessageStartingWith("CULTIVAR_ACCESS_FILE needs CULTIVAR_SESSION_SECRET");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sample.with("CULTIVAR_ACCESS", "open").config())
                .withMessageStartingWith("CULTIVAR_ACCESS=open lets in everybody");
    }

    @Test
    void shouldTellNobodyTheSecret(@TempDir Path directory) throws IOException {
        SampleAccess sample = new SampleAccess(directory);

        assertThat(sample.config().toString())
                .contains("the-leader")
                .doesNotContain(sample.environment().getOrDefault("CULTIVAR_SESSION_SECRET", "?"));
    }
}
