package io.cultivar.metricsapi.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code make up} asks of Compose, and in which order; none of it is done here. */
class MakeUpTest {

    private static final String FILE = " -f " + ComposeFiles.ONE;

    /** How it is called, and what follows the first file in each line that asks something of Compose. */
    static Stream<Arguments> calls() {
        String second = "-f " + ComposeFiles.REPLICATED + " ";
        String demo = "--profile demo ";
        return Stream.of(
                Arguments.of("", List.of(demo + "rm -f sample", "build", "up -d", "")),
                Arguments.of("SERVICES=postgres", List.of(demo + "rm -f sample", "build", "up -d postgres", "")),
                Arguments.of("DEMO=1", List.of(demo + "build", demo + "up -d", demo.strip())),
                Arguments.of(
                        "DEMO=1 SERVICES=postgres",
                        List.of(demo + "build", demo + "up -d postgres sample", demo.strip())),
                Arguments.of(
                        "REPLICATED=1",
                        List.of(second + demo + "rm -f sample", second + "build", second + "up -d", second.strip())));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void shouldStartWhatIsAskedFor_onceItIsBuilt_withoutWhatAnEarlierSampleLeft(String arguments, List<String> asked)
            throws Exception {
        // given
        Tool make = new Tool("make").required();
        String root = ComposeFiles.ROOT.toRealPath().toString();
        Stream<String> variables = Arrays.stream(arguments.split(" ")).filter(word -> !word.isEmpty());

        // when
        Tool.Said said = make.run(
                Stream.concat(Stream.of("-n", "-C", root, "up"), variables).toArray(String[]::new));

        // then
        assertThat(said.status()).as(said.text()).isZero();
        assertThat(said.text()
                        .lines()
                        .filter(line -> line.contains(FILE))
                        .map(line -> line.substring(line.indexOf(FILE) + FILE.length())
                                .strip()
                                .replaceAll(" +", " ")))
                .containsExactlyElementsOf(asked);
    }
}
