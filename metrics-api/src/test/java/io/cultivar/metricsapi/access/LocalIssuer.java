package io.cultivar.metricsapi.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An issuer of tokens on this machine: discovery document, keys that change, tokens signed by them. */
public final class LocalIssuer implements AutoCloseable {

    static final String AUDIENCE = "cultivar";

    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile RSAKey key;
    private volatile boolean away;
    private volatile String name;

    public LocalIssuer() throws IOException, JOSEException {
        key = fresh("first");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        name = url();
        answer("/.well-known/openid-configuration", () -> """
                {"issuer":"%s","jwks_uri":"%s/keys"}""".formatted(name, url()));
        answer("/keys", () -> {
            fetches.incrementAndGet();
            return new JWKSet(key.toPublicJWK()).toString();
        });
        server.start();
    }

    private interface Answer {
        String text();
    }

    private void answer(String path, Answer answer) {
        server.createContext(path, exchange -> {
            byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(away ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static RSAKey fresh(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public Map<String, String> environment() {
        return Map.of("CULTIVAR_OIDC_ISSUER", url(), "CULTIVAR_OIDC_AUDIENCE", AUDIENCE);
    }

    /** From now on it signs with another key, and no longer tells the old one. */
    void rotate() throws JOSEException {
        key = fresh("second");
    }

    /** From now on it answers with an error. */
    void leave() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    /** From now on its discovery document says that it is somebody else. */
    void pretend(String other) {
        name = other;
    }

    int fetches() {
        return fetches.get();
    }

    RSAKey key() {
        return key;
    }

    /** What a good token says. */
    JWTClaimsSet.Builder claims(Object roles) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .audience(List.of("another", AUDIENCE))
                .subject("anna@example.com")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("roles", roles);
    }

    /** A good token. */
    public String token(String... roles) throws JOSEException {
        return sign(key, claims(List.of(roles)), header -> header);
    }

    static String sign(RSAKey key, JWTClaimsSet.Builder claims, UnaryOperator<JWSHeader.Builder> header)
            throws JOSEException {
        JWSHeader.Builder usual =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(JOSEObjectType.JWT);
        SignedJWT token = new SignedJWT(header.apply(usual).build(), claims.build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
