package io.cultivar.metricsapi.page;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A real Chromium without a window. Both it and its driver must be installed: Selenium is told their paths, so that it
 * downloads nothing. Where they are not, tests are skipped and say so; with {@code REQUIRE_BROWSER=true} that is a failure.
 */
public final class Browser implements AutoCloseable {

    /** What a chart is made of; an axis or a grid alone would not do. */
    public static final String MARKS = "g[aria-label=dot] *, g[aria-label=rect] rect, g[aria-label=line] path";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
    private static final int HEIGHT = 1_000;

    /** Kept, so that its level is: it warns that it knows no protocol of this Chromium, which is not used. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one, or skips the test. */
    public static Browser start() {
        Optional<File> browser =
                BROWSERS.stream().flatMap(name -> find(name).stream()).findFirst();
        Optional<File> driver = find("chromedriver");
        if (browser.isEmpty() || driver.isEmpty()) {
            return missing();
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.get());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars");
        SELENIUM.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.get())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Browser missing() {
        String words = "!!! SKIPPED: chromium and chromedriver are not both on the PATH; the page is not looked at";
        if (Boolean.parseBoolean(System.getenv().getOrDefault("REQUIRE_BROWSER", "false"))) {
            throw new IllegalStateException(words + ", and REQUIRE_BROWSER is true");
        }
        System.err.println(words);
        return abort(words);
    }

    private static Optional<File> find(String command) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> new File(folder, command))
                .filter(File::canExecute)
                .findFirst();
    }

    /** As a screen of this width, in light or dark colours, after what was loaded before is gone. */
    public Browser as(int width, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        return this;
    }

    /** Opens a page and waits until every chart on it is drawn or says why it is not. */
    public void open(String url) {
        driver.get("about:blank");
        problems();
        driver.get(url);
        until("""
                return [...document.querySelectorAll('.chart')].every(
                    chart => chart.querySelector('svg') || chart.textContent.includes('Nothing of it can be shown.'))""");
    }

    /** As if its line were cut, or mended. */
    void offline(boolean cut) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", cut, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** As if it had never been here. */
    void forgetCookies() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    /** Waits until a script answers true. */
    void until(String script) {
        await(script).atMost(PATIENCE).until(() -> Boolean.TRUE.equals(driver.executeScript(script)));
    }

    /** Errors and warnings of the console since the last page was opened: of scripts, of loading, of the security policy. */
    public List<String> problems() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    public @Nullable Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    @Nullable
    Object runAsync(String script, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(PATIENCE.multipliedBy(2));
        return driver.executeAsyncScript(script, arguments);
    }

    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(element -> Objects.requireNonNullElse(element.getDomProperty("textContent"), ""))
                .map(String::strip)
                .toList();
    }

    WebElement find(By by) {
        return driver.findElement(by);
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Types on whatever has the focus. */
    void type(CharSequence... keys) {
        Stream.of(keys).forEach(key -> new Actions(driver).sendKeys(key).perform());
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** The text of a test resource beside this class. */
    static String resource(String name) {
        try (var file = Objects.requireNonNull(Browser.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
