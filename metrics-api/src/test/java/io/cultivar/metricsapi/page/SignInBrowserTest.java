package io.cultivar.metricsapi.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.metricsapi.ApiUnderTest;
import io.cultivar.metricsapi.access.SampleAccess;
import io.cultivar.metricsapi.published.SamplePage;
import io.cultivar.metricsapi.published.SampleSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Signing in and out as a leader does it: a real browser before a real server, by keyboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInBrowserTest {

    private static final String AXE = Browser.resource("axe/axe.min.js");
    private static final String FINDINGS = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(
                found => done(found.violations.map(one => one.id)),
                error => done(['axe has failed: ' + error]))""";

    private Browser browser;
    private SampleAccess access;
    private ApiUnderTest api;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        browser = Browser.start();
        access = new SampleAccess(directory);
        api = new ApiUnderTest(SampleSources.source(SamplePage.snapshot()), 0, access.config());
    }

    @AfterAll
    void stop() {
        if (api != null) {
            api.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void forget() {
        browser.as(1_400, false).forgetCookies();
    }

    @Test
    void shouldLetALeaderInWhereTheyWantedToGoAndOutAgain() {
        browser.open(api.url("/programs/negotiation"));
        assertThat(browser.texts("h1")).containsExactly("Sign in");

        browser.type(access.key("leader"), Keys.ENTER);
        browser.until("return document.querySelectorAll('.chart svg').length > 3");

        assertThat(browser.texts("h1")).noneMatch(title -> title.equals("Sign in"));
        assertThat(browser.texts("nav.visitor a")).containsExactly("the-leader (leader): sign out");
        // Scripts cannot read the session.
        assertThat(browser.run("return document.cookie")).isEqualTo("");
        // The sliders ask the server with it.
        assertThat(browser.runAsync("""
                        const done = arguments[arguments.length - 1];
                        fetch('/v1/roi/scenarios', {method: 'POST', headers: {'Content-Type': 'application/json'},
                            body: '{}'}).then(answer => done(answer.status))""")).isEqualTo(200L);

        browser.open(api.url("/sign-in"));
        browser.find(By.cssSelector("button")).sendKeys(Keys.ENTER);
        browser.until("return document.querySelector('#key') !== null");
        browser.open(api.url("/"));
        assertThat(browser.texts("h1")).containsExactly("Sign in");
    }

    @Test
    void shouldSayWhatIsWrongWithAKeyAndWhatARoleLacks() {
        browser.open(api.url("/sign-in"));
        browser.type("a guess", Keys.ENTER);
        browser.until("return document.querySelector('.fault') !== null");

        assertThat(browser.texts(".fault"))
                .containsExactly("This is not one of the keys. Copy all of it, from cultivar_ on.");
        assertThat(browser.focused().getDomAttribute("aria-describedby")).isEqualTo("fault");
        assertThat(findings()).isEmpty();

        browser.type(access.key("leader"), Keys.ENTER);
        browser.until("return document.querySelector('nav.visitor') !== null");
        browser.open(api.url("/v1/restatements"));
        assertThat(browser.texts("[role=alert]"))
                .containsExactly("This needs the role analyst; the-leader has the role leader.");
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400, true", "1400, false"})
    void shouldBeReadableByEverybody(int width, boolean dark) {
        browser.as(width, dark).open(api.url("/sign-in"));

        assertThat(findings()).isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(browser.problems()).isEmpty();
    }

    private List<String> findings() {
        browser.run(AXE);
        return ((List<?>) Objects.requireNonNull(browser.runAsync(FINDINGS)))
                .stream().map(String::valueOf).toList();
    }
}
