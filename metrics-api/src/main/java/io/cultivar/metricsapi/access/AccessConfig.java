package io.cultivar.metricsapi.access;

import java.nio.file.Path;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask.
 *
 * @param open {@code CULTIVAR_ACCESS=open}: anybody who can reach the server, on any address
 * @param keys {@code CULTIVAR_ACCESS_FILE}: names, roles and hashes of keys; null for none
 * @param sessionSecret {@code CULTIVAR_SESSION_SECRET}: signs the sessions of browsers; null where there are no keys
 * @param oidc {@code CULTIVAR_OIDC_...}: whose tokens are taken; null for nobody's
 * @param auditFile {@code CULTIVAR_AUDIT_FILE}: where it is written who asked for what; null for the log
 */
public record AccessConfig(
        boolean open,
        @Nullable AccessKeys keys,
        @Nullable String sessionSecret,
        @Nullable OidcConfig oidc,
        @Nullable Path auditFile) {

    /** Nothing is asked of anybody: for this machine alone. */
    public static final AccessConfig NONE = new AccessConfig(false, null, null, null, null);

    private static final String OPEN = "open";

    public AccessConfig {
        if (open && (keys != null || oidc != null)) {
            throw new IllegalArgumentException(
                    "CULTIVAR_ACCESS=open lets in everybody; with CULTIVAR_ACCESS_FILE or CULTIVAR_OIDC_ISSUER it cannot be");
        }
        if (keys != null && sessionSecret == null) {
            throw new IllegalArgumentException(
                    "CULTIVAR_ACCESS_FILE needs CULTIVAR_SESSION_SECRET, base64 of at least 32 random bytes, for those"
                            + " who sign in by browser");
        }
        if (keys == null && sessionSecret != null) {
            throw new IllegalArgumentException("CULTIVAR_SESSION_SECRET is set, but CULTIVAR_ACCESS_FILE is not");
        }
        if (sessionSecret != null) {
            Sessions.secret(sessionSecret);
        }
    }

    /**
     * The settings as they are given.
     *
     * @param setting the value of a variable, or else the second argument
     * @throws IllegalArgumentException with one line that names the variable
     */
    public static AccessConfig read(BinaryOperator<String> setting) {
        String access = setting.apply("CULTIVAR_ACCESS", "");
        if (!access.isEmpty() && !access.equals(OPEN)) {
            throw new IllegalArgumentException("CULTIVAR_ACCESS can only be open, not " + access);
        }
        String file = setting.apply("CULTIVAR_ACCESS_FILE", "");
        String secret = setting.apply("CULTIVAR_SESSION_SECRET", "");
        String audit = setting.apply("CULTIVAR_AUDIT_FILE", "");
        return new AccessConfig(
                !access.isEmpty(),
                file.isEmpty() ? null : AccessKeys.read(Path.of(file)),
                secret.isEmpty() ? null : secret,
                oidc(setting),
                audit.isEmpty() ? null : Path.of(audit));
    }

    private static @Nullable OidcConfig oidc(BinaryOperator<String> setting) {
        String issuer = setting.apply("CULTIVAR_OIDC_ISSUER", "");
        String audience = setting.apply("CULTIVAR_OIDC_AUDIENCE", "");
        String claim = setting.apply("CULTIVAR_OIDC_ROLE_CLAIM", OidcConfig.DEFAULT_CLAIM);
        String roles = setting.apply("CULTIVAR_OIDC_ROLES", OidcConfig.DEFAULT_ROLES);
        if (!issuer.isEmpty()) {
            return new OidcConfig(issuer, audience, claim, OidcConfig.roles(roles));
        }
        if (!audience.isEmpty() || !claim.equals(OidcConfig.DEFAULT_CLAIM) || !roles.equals(OidcConfig.DEFAULT_ROLES)) {
            throw new IllegalArgumentException("CULTIVAR_OIDC_... is set, but CULTIVAR_OIDC_ISSUER is not");
        }
        return null;
    }

    /**
     * Checks that nobody else can come in who is not asked.
     *
     * @param host the address to listen on
     * @throws IllegalArgumentException with one line that says what to set
     */
    public void checkHost(String host) {
        if (!open && !asks() && !Loopback.is(host)) {
            throw new IllegalArgumentException("CULTIVAR_METRICS_HOST " + host
                    + " can be reached from other machines: set CULTIVAR_ACCESS_FILE or CULTIVAR_OIDC_ISSUER, so that it"
                    + " knows who asks (or CULTIVAR_ACCESS=open, where something in front of it does)");
        }
    }

    /** Whether visitors must say who they are. */
    boolean asks() {
        return keys != null || oidc != null;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "AccessConfig[open=" + open + ", keys=" + keys + ", oidc=" + oidc + ", auditFile=" + auditFile + ']';
    }
}
