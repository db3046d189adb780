package io.cultivar.metricsapi.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import io.cultivar.contract.Json;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer, where its discovery document says they are (OpenID Connect Discovery 1.0). That is looked at when
 * the first token comes, and again until it was there: an issuer that is away does not keep the server from starting.
 */
final class IssuerKeys implements JWKSetSource<SecurityContext> {

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final int MOST_BYTES = 256 * 1_024;

    private final ResourceRetriever http = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES);
    private final String issuer;
    private volatile @Nullable URLBasedJWKSetSource<SecurityContext> keys;

    IssuerKeys(String issuer) {
        this.issuer = issuer;
    }

    // The library itself passes null for a context.
    @Override
    @SuppressWarnings("NullAway")
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        URLBasedJWKSetSource<SecurityContext> known = keys;
        if (known == null) {
            known = new URLBasedJWKSetSource<>(discovered(), http);
            keys = known;
        }
        return known.getJWKSet(refresh, now, context);
    }

    private URL discovered() throws KeySourceException {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        JsonNode document;
        try {
            String text = http.retrieveResource(url(base + DISCOVERY)).getContent();
            document = Json.tree(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new RemoteKeySourceException("the discovery document of " + issuer + " is no JSON", e);
        } catch (IOException e) {
            throw new RemoteKeySourceException("the discovery document of " + issuer + " cannot be had", e);
        }
        if (!issuer.equals(document.path("issuer").textValue())) {
            throw new RemoteKeySourceException("the discovery document of " + issuer + " is another issuer's", null);
        }
        String place = document.path("jwks_uri").asText("");
        try {
            return url(place);
        } catch (IOException e) {
            throw new RemoteKeySourceException("the discovery document of " + issuer + " has no jwks_uri", e);
        }
    }

    /** Over a line that nobody can come between, as the issuer itself. */
    private static URL url(String text) throws MalformedURLException {
        try {
            URI uri = URI.create(text);
            boolean secure = "https".equals(uri.getScheme());
            if (uri.getHost() == null || !(secure || Loopback.is(uri.getHost()))) {
                throw new MalformedURLException("not an https address");
            }
            return uri.toURL();
        } catch (IllegalArgumentException e) {
            throw (MalformedURLException) new MalformedURLException("not an address").initCause(e);
        }
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}
