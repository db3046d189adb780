package io.cultivar.metricsapi.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens of an OpenID Connect issuer: signed by one of its keys, for us, now. The keys are fetched when they are needed,
 * kept for five minutes, and fetched anew for a token that is signed by one which is not among them.
 */
final class Tokens {

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    /** Signatures that need the issuer's private key: neither {@code none}, nor one that a shared secret makes. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    /** An issuer that is away does not stop those whose tokens are signed by a known key. */
    private static final Duration OUTAGE = Duration.ofHours(1);

    /** However many tokens with keys that there are not come in, the issuer is asked twice in this time. */
    static final Duration BETWEEN_FETCHES = Duration.ofSeconds(30);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final OidcConfig config;

    Tokens(OidcConfig config) {
        this(config, BETWEEN_FETCHES);
    }

    Tokens(OidcConfig config, Duration betweenFetches) {
        this.config = config;
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(new IssuerKeys(config.issuer()))
                .rateLimited(betweenFetches.toMillis())
                .outageTolerant(OUTAGE.toMillis())
                .build();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        // Also what RFC 9068 calls access tokens.
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                config.audience(),
                new JWTClaimsSet.Builder().issuer(config.issuer()).build(),
                Set.of("sub", "exp"));
        claims.setMaxClockSkew((int) CLOCK_SKEW.toSeconds());
        processor.setJWTClaimsSetVerifier(claims);
    }

    /** Whether this looks like a token at all: three parts, the first of which is a JSON object in base64. */
    static boolean looksLikeOne(String credential) {
        return credential.startsWith("ey")
                && credential.chars().filter(letter -> letter == '.').count() == 2;
    }

    /**
     * Whose token this is.
     *
     * @throws Refused where it does not hold, or gives no role here
     */
    @SuppressWarnings("NullAway")
    Visitor check(String token) {
        JWTClaimsSet claims;
        try {
            claims = processor.process(token, null);
        } catch (RateLimitReachedException e) {
            // Its key is none of those that were fetched just now.
            throw notHeld();
        } catch (KeySourceException e) {
            LOG.warn("tokens cannot be checked: {}", e.getMessage());
            throw Refused.noIssuer();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw notHeld();
        }
        String name = claims.getSubject();
        return role(claims)
                .map(role -> new Visitor(name, Visitor.Kind.TOKEN, role))
                .orElseThrow(() -> Refused.withoutRole(name));
    }

    /** In our own words: the library's may quote the token. */
    private Refused notHeld() {
        return Refused.unknown("The token does not hold: it has expired, is not for this server, or is not signed by "
                + config.issuer() + '.');
    }

    /** The one that may most of those that the token gives. */
    private Optional<Role> role(JWTClaimsSet claims) {
        return values(claim(claims.getClaims()))
                .flatMap(value -> Optional.ofNullable(config.roles().get(value)).stream())
                .max(Comparator.naturalOrder());
    }

    /** A claim whose name has dots in it comes before one within an object. */
    private @Nullable Object claim(Map<String, Object> claims) {
        if (claims.containsKey(config.roleClaim())) {
            return claims.get(config.roleClaim());
        }
        Object at = claims;
        for (String part : config.roleClaim().split("\\.", -1)) {
            at = at instanceof Map<?, ?> object ? object.get(part) : null;
        }
        return at;
    }

    /** A list, one value, or several with blanks between them, as scopes are. */
    private static Stream<String> values(@Nullable Object claim) {
        if (claim instanceof Collection<?> list) {
            return list.stream().filter(String.class::isInstance).map(String.class::cast);
        }
        return claim instanceof String text
                ? Stream.concat(Stream.of(text), Arrays.stream(text.split(" ", -1)))
                : Stream.empty();
    }
}
