package io.cultivar.metricsapi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of a real issuer, over HTTP. */
class TokensTest {

    private LocalIssuer issuer;
    private Tokens tokens;

    @BeforeEach
    void start() throws Exception {
        issuer = new LocalIssuer();
        tokens = tokens(Map.of());
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    private Tokens tokens(Map<String, String> further) {
        return tokens(further, Tokens.BETWEEN_FETCHES);
    }

    private Tokens tokens(Map<String, String> further, Duration betweenFetches) {
        Map<String, String> environment = new HashMap<>(issuer.environment());
        environment.putAll(further);
        OidcConfig config = Objects.requireNonNull(
                AccessConfig.read(environment::getOrDefault).oidc());
        return new Tokens(config, betweenFetches);
    }

    private void refuses(String token, int status) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> tokens.check(token))
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(status);
                    assertThat(refused.body().detail()).doesNotContain(token);
                });
    }

    private String signed(JWTClaimsSet.Builder claims) throws Exception {
        return LocalIssuer.sign(issuer.key(), claims, header -> header);
    }

    private JWTClaimsSet.Builder leader() {
        return issuer.claims(List.of("cultivar-leader"));
    }

    @Test
    void shouldKnowWhoseTokenItIsAndTakeTheRoleThatMayMost() throws Exception {
        assertThat(tokens.check(issuer.token("something", "cultivar-leader", "cultivar-analyst")))
                .isEqualTo(new Visitor("anna@example.com", Visitor.Kind.TOKEN, Role.ANALYST));
        assertThat(tokens.check(LocalIssuer.sign(
                                issuer.key(), leader(), header -> header.type(new JOSEObjectType("at+jwt"))))
                        .role())
                .isEqualTo(Role.LEADER);
    }

    @Test
    void shouldFetchTheKeysOnce() throws Exception {
        for (int time = 0; time < 5; time++) {
            tokens.check(issuer.token("cultivar-leader"));
        }

        assertThat(issuer.fetches()).isEqualTo(1);
    }

    @Test
    void shouldRefuseATokenThatHasExpiredOrIsNotYetGood() throws Exception {
        Instant now = Instant.now();

        refuses(signed(leader().expirationTime(Date.from(now.minusSeconds(90)))), 401);
        refuses(signed(leader().notBeforeTime(Date.from(now.plusSeconds(90)))), 401);
        refuses(signed(leader().expirationTime(null)), 401);
        // Clocks differ a little.
        assertThat(tokens.check(signed(leader().expirationTime(Date.from(now.minusSeconds(30)))))
                        .role())
                .isEqualTo(Role.LEADER);
    }

    @Test
    void shouldRefuseATokenOfOrForSomebodyElse() throws Exception {
        refuses(signed(leader().audience("another")), 401);
        refuses(signed(leader().audience((String) null)), 401);
        refuses(signed(leader().issuer("https://login.example.com")), 401);
        refuses(signed(leader().subject(null)), 401);
    }

    @Test
    void shouldRefuseWhatTheIssuerHasNotSigned() throws Exception {
        RSAKey own = new RSAKeyGenerator(2048).keyID("first").generate();
        refuses(LocalIssuer.sign(own, leader(), header -> header), 401);

        String token = issuer.token("cultivar-leader");
        String[] parts = token.split("\\.", -1);
        String[] other = signed(issuer.claims(List.of("cultivar-admin"))).split("\\.", -1);
        refuses(parts[0] + '.' + other[1] + '.' + parts[2], 401);
        refuses(parts[0] + '.' + parts[1] + '.', 401);
        refuses("eyJ.x.y", 401);
    }

    @Test
    void shouldRefuseAlgorithmsThatAnybodyCanSignWith() throws Exception {
        refuses(new PlainJWT(leader().build()).serialize(), 401);
        // The public key taken for a shared secret.
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), leader().build());
        token.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
        refuses(token.serialize(), 401);
    }

    @Test
    void shouldRefuseAnotherTypeOfToken() throws Exception {
        refuses(LocalIssuer.sign(issuer.key(), leader(), header -> header.type(new JOSEObjectType("logout+jwt"))), 401);
    }

    @Test
    void shouldFollowTheIssuerToANewKey() throws Exception {
        String old = issuer.token("cultivar-leader");
        tokens.check(old);

        issuer.rotate();

        assertThat(tokens.check(issuer.token("cultivar-admin")).role()).isEqualTo(Role.ADMIN);
        assertThat(issuer.fetches()).isEqualTo(2);
        refuses(old, 401);
    }

    @Test
    void shouldNotAskTheIssuerForEachInventedKey() throws Exception {
        tokens.check(issuer.token("cultivar-leader"));
        RSAKey own = new RSAKeyGenerator(2048).keyID("invented").generate();

        for (int time = 0; time < 10; time++) {
            String token = LocalIssuer.sign(own, leader(), header -> header);
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> tokens.check(token));
        }

        assertThat(issuer.fetches()).isLessThanOrEqualTo(3);
        assertThat(tokens.check(issuer.token("cultivar-leader")).role()).isEqualTo(Role.LEADER);
    }

    @Test
    void shouldSayThatTheIssuerIsAwayAndTryAgain() throws Exception {
        tokens = tokens(Map.of(), Duration.ofMillis(1));
        String token = issuer.token("cultivar-leader");
        issuer.leave();
        refuses(token, 503);

        issuer.comeBack();

        assertThat(tokens.check(token).role()).isEqualTo(Role.LEADER);
    }

    @Test
    void shouldNotTakeKeysFromADocumentOfSomebodyElse() throws Exception {
        issuer.pretend("https://login.example.com");

        refuses(issuer.token("cultivar-leader"), 503);
        assertThat(issuer.fetches()).isZero();
    }

    @Test
    void shouldFindRolesWhereverTheClaimIs() throws Exception {
        tokens =
                tokens(Map.of("CULTIVAR_OIDC_ROLE_CLAIM", "realm_access.roles", "CULTIVAR_OIDC_ROLES", "board=leader"));
        assertThat(tokens.check(signed(leader().claim("realm_access", Map.of("roles", List.of("staff", "board")))))
                        .role())
                .isEqualTo(Role.LEADER);
        assertThat(tokens.check(signed(leader().claim("realm_access.roles", "staff board")))
                        .role())
                .isEqualTo(Role.LEADER);
        refuses(signed(leader().claim("realm_access", "board")), 403);
        refuses(signed(leader().claim("realm_access", Map.of("roles", List.of(1, "boardroom")))), 403);
        refuses(signed(leader()), 403);
    }
}
