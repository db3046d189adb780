package io.cultivar.metricsapi.page;

import io.cultivar.metricsapi.ApiUnderTest;
import io.cultivar.metricsapi.published.SamplePage;
import io.cultivar.metricsapi.published.SampleSources;

/** A real server that shows the sample, and a real browser before it; tests are skipped where there is no browser. */
final class PageInBrowser implements AutoCloseable {

    // First: where there is no browser, a server ends with its process, but not the other way round.
    private final ApiUnderTest api = new ApiUnderTest(SampleSources.source(SamplePage.snapshot()));
    private final Browser browser = Browser.start();

    ApiUnderTest api() {
        return api;
    }

    Browser browser() {
        return browser;
    }

    /** Goes to a page on such a screen, and waits until all its charts are drawn. */
    void open(String path, int width, boolean dark) {
        browser.as(width, dark).open(api.url(path));
    }

    @Override
    public void close() {
        browser.close();
        api.close();
    }
}
