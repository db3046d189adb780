package io.cultivar.metricsapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which package of this service knows which; docs/ARCHITECTURE.md tells the same. */
class PackagesTest {

    private static final Path SOURCES = Path.of("src/main/java/io/cultivar/metricsapi");

    /** Whatever is named from a package below the service's own, imported or written out, or from that itself. */
    private static final Pattern NAMED = Pattern.compile("io\\.cultivar\\.metricsapi\\.(\\w+)");

    /** Every package with those that it knows. Java lets each name only earlier ones, so that there can be no circle. */
    private enum Known {
        ABOUT,
        ACCESS,
        PUBLISHED,
        EXPLAINED,
        TABLES(PUBLISHED, EXPLAINED),
        EXPOSITION(ABOUT, PUBLISHED, EXPLAINED, TABLES),
        REST(ABOUT, ACCESS, PUBLISHED, TABLES),
        PAGE(ACCESS, PUBLISHED, EXPLAINED, TABLES, REST),
        HISTORY(ABOUT, PUBLISHED, TABLES);

        private final List<Known> others;

        Known(Known... others) {
            this.others = List.of(others);
        }

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Test
    void shouldSayOfEachPackageWhichItKnows() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES).filter(Files::isDirectory)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Known.values()).map(Known::id).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldKnowTheseAndNoOther(Known known) throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES.resolve(known.id()))) {
            for (Path file : files.toList()) {
                NAMED.matcher(Files.readString(file)).results().forEach(found -> named.add(found.group(1)));
            }
        }
        named.remove(known.id());

        assertThat(named)
                .as("a new dependency belongs into Known and into docs/ARCHITECTURE.md")
                .containsExactlyInAnyOrderElementsOf(
                        known.others.stream().map(Known::id).toList());
    }
}
