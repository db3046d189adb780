package io.cultivar.metricsapi.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages before axe-core, which knows what makes a page hard to read for some of its readers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageAccessibilityTest {

    private static final String AXE = Browser.resource("axe/axe.min.js");
    private static final String FINDINGS = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(
                found => done(found.violations
                    .filter(one => one.impact === 'serious' || one.impact === 'critical')
                    .map(one => one.id + ': ' + one.nodes.map(node => node.html.slice(0, 200)).join(' | '))),
                error => done(['axe has failed: ' + error]))""";

    @AutoClose
    private final PageInBrowser page = new PageInBrowser();

    private final Browser browser = page.browser();

    @ParameterizedTest
    @CsvSource({
        "/, 1400, false",
        "/, 400, true",
        "/programs/negotiation, 1400, true",
        "/programs/negotiation, 400, false",
        "/programs/coaching, 1400, false",
        "/programs/nobody, 1400, true"
    })
    void shouldHaveNoSeriousFinding(String path, int width, boolean dark) {
        open(path, width, dark);
        browser.run("document.querySelectorAll('details').forEach(table => { table.open = true; })");

        assertThat(findings()).isEmpty();
    }

    @Test
    void shouldFindWhatNobodyCanRead() {
        open("/", 1_400, false);
        browser.run("document.querySelector('h1').style.color = '#eee'");

        assertThat(findings()).anySatisfy(one -> assertThat(one).startsWith("color-contrast"));
    }

    private List<String> findings() {
        Object found = Objects.requireNonNull(browser.runAsync(FINDINGS));
        assertThat(found).isInstanceOf(List.class);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private void open(String path, int width, boolean dark) {
        page.open(path, width, dark);
        browser.run(AXE);
    }
}
