package io.cultivar.metricsapi.access;

import io.cultivar.contract.Term;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whose tokens are taken, and which role they give.
 *
 * @param issuer as the tokens have it in {@code iss}; its keys are found by its discovery document
 * @param audience one that a token must be for ({@code aud})
 * @param roleClaim the claim that holds the roles; dots lead into objects, as in {@code realm_access.roles}
 * @param roles which value in it gives which role
 */
record OidcConfig(String issuer, String audience, String roleClaim, Map<String, Role> roles) {

    static final String DEFAULT_CLAIM = "roles";
    static final String DEFAULT_ROLES =
            "cultivar-leader=leader;cultivar-analyst=analyst;cultivar-admin=admin;cultivar-scrape=scrape";

    OidcConfig {
        if (!isUrl(issuer)) {
            throw new IllegalArgumentException(
                    "CULTIVAR_OIDC_ISSUER must be an https address without query, as the tokens have it in iss, not "
                            + issuer);
        }
        if (audience.isEmpty()) {
            throw new IllegalArgumentException(
                    "CULTIVAR_OIDC_ISSUER needs CULTIVAR_OIDC_AUDIENCE: which tokens of that issuer are meant for this");
        }
        roles = Map.copyOf(roles);
    }

    /** Without https only on this machine, where nobody can come between. */
    private static boolean isUrl(String issuer) {
        URI uri;
        try {
            uri = URI.create(issuer);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return uri.getHost() != null
                && uri.getQuery() == null
                && uri.getFragment() == null
                && uri.getUserInfo() == null
                && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && Loopback.is(uri.getHost())));
    }

    /**
     * Which value gives which role, as {@code value=role;value=role}. A value may have {@code =} and commas in it.
     *
     * @throws IllegalArgumentException where it is written otherwise
     */
    static Map<String, Role> roles(String text) {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (String pair : text.split(";", -1)) {
            int middle = pair.lastIndexOf('=');
            String value = middle < 0 ? "" : pair.substring(0, middle).strip();
            Role role = Term.find(Role.class, pair.substring(middle + 1).strip())
                    .filter(known -> !value.isEmpty())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "CULTIVAR_OIDC_ROLES must be like value=role;value=role with the roles "
                                    + String.join(", ", Term.ids(Role.class)) + ", not " + text));
            roles.put(value, role);
        }
        return roles;
    }
}
