package io.cultivar.metricsapi.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files that the pages load, by name; nothing else can be asked for. */
final class PageResources {

    /** Own code first, then the vendored libraries and their licences. */
    static final List<String> NAMES = List.of(
            "page.css",
            "icon.svg",
            "main.js",
            "chart.js",
            "walk.js",
            "words.js",
            "returns.js",
            "sourcing.js",
            "providers.js",
            "gaps.js",
            "trend.js",
            "phases.js",
            "survival.js",
            "costs.js",
            "scenario.js",
            "lib/d3.min.js",
            "lib/plot.umd.min.js",
            "lib/LICENSES.txt",
            "lib/SHA256SUMS");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");

    private static final Map<String, PageFile> FILES =
            NAMES.stream().map(PageResources::read).collect(Collectors.toMap(PageFile::name, Function.identity()));

    /** One file, with what is needed to answer it. */
    record PageFile(String name, String contentType, String tag, String text) {}

    private PageResources() {}

    static Optional<PageFile> find(String name) {
        return Optional.ofNullable(FILES.get(name));
    }

    /** The text of a file that there is. */
    static String text(String name) {
        return read(name).text();
    }

    private static PageFile read(String name) {
        try (InputStream file = PageResources.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the page's file " + name + " is not in the jar");
            }
            byte[] bytes = file.readAllBytes();
            return new PageFile(name, type(name), tag(bytes), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain; charset=utf-8");
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, Long.BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
