package io.cultivar.metricsapi.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages load is what its authors shipped, and small enough to be read. */
class PageResourcesTest {

    private static final int LONGEST_FILE = 300;

    @Test
    void shouldServeAllFilesThatThereAre() throws Exception {
        Path folder = Path.of("src/main/resources/io/cultivar/metricsapi/page");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(PageResources.NAMES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib", "axe"})
    void shouldHaveVendoredLibrariesAsTheyWereShipped(String name) throws Exception {
        Path folder = folder(name);
        List<String> sums = Files.readAllLines(folder.resolve("SHA256SUMS"));

        assertThat(sums).isNotEmpty();
        for (String line : sums) {
            String[] sumAndFile = line.split(" {2}", 2);
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve(sumAndFile[1])));
            assertThat(HexFormat.of().formatHex(digest)).as(line).isEqualTo(sumAndFile[0]);
        }
        try (Stream<Path> scripts = Files.list(folder)) {
            assertThat(scripts.map(script -> script.getFileName().toString()).filter(file -> file.endsWith(".js")))
                    .allMatch(file -> sums.stream().anyMatch(line -> line.endsWith("  " + file)));
        }
    }

    @Test
    void shouldNameTheLicenceOfEachLibrary() {
        assertThat(PageResources.text("lib/LICENSES.txt"))
                .contains("@observablehq/plot 0.6.17", "d3 7.9.0", "Permission to use, copy, modify");
        assertThat(Browser.resource("axe/LICENSE.txt")).contains("Mozilla Public License");
    }

    @Test
    void shouldLoadNothingFromElsewhereAndKeepOwnScriptsShort() {
        assertThat(PageResources.NAMES)
                .filteredOn(name -> !name.startsWith("lib/"))
                .allSatisfy(name -> assertThat(PageResources.text(name))
                        .as(name)
                        .doesNotContainPattern("https?://(?!www.w3.org/2000/svg)")
                        .satisfies(text -> assertThat(text.lines().count()).isLessThan(LONGEST_FILE)));
    }

    private static Path folder(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(PageResources.class.getResource(name), name)
                .toURI());
    }
}
