package io.cultivar.metricsapi.history;

import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Where the history is kept.
 *
 * @param url JDBC URL of the database, without a password: URLs end up in logs
 * @param user owner of the schema {@value HistoryStore#SCHEMA}; null where the URL or the driver says who
 * @param password of that user; null where none is needed, or {@code PGPASSFILE} has it
 */
public record HistoryConfig(
        String url, @Nullable String user, @Nullable String password) {

    private static final String PREFIX = "jdbc:postgresql:";
    private static final Pattern SECRET = Pattern.compile("(?i)[?&](password|sslpassword)=|://[^/?]*@");

    public HistoryConfig {
        if (SECRET.matcher(url).find()) {
            // Not repeated in the message, which is logged.
            throw new IllegalArgumentException(
                    "CULTIVAR_HISTORY_URL must hold no password; CULTIVAR_HISTORY_PASSWORD is for that");
        }
        if (!url.startsWith(PREFIX) || Driver.parseURL(url, new Properties()) == null) {
            throw new IllegalArgumentException(
                    "CULTIVAR_HISTORY_URL must be like jdbc:postgresql://host:5432/database, not " + url);
        }
        if (password != null && user == null) {
            throw new IllegalArgumentException("CULTIVAR_HISTORY_PASSWORD is set, but CULTIVAR_HISTORY_USER is not");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "HistoryConfig[url=" + url + ", user=" + user + ']';
    }
}
