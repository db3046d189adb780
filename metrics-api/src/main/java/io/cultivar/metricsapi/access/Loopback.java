package io.cultivar.metricsapi.access;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What means this machine, and nothing beyond it. No name is looked up: an answer could change. */
final class Loopback {

    private static final Pattern NAME =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?::1\\]?|\\[?(0{1,4}:){7}0{0,3}1\\]?");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

    private Loopback() {}

    /** Of an address to listen on, or the host of a URL. */
    static boolean is(String host) {
        return NAME.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /** Of a {@code Host} header, which may have a port. */
    static boolean isHeader(@Nullable String header) {
        return header != null
                && is(
                        header.startsWith("[") || header.indexOf(':') == header.lastIndexOf(':')
                                ? PORT.matcher(header).replaceFirst("")
                                : header);
    }
}
