package io.cultivar.metricsapi.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build this is, and what runs it. */
public record BuildInfo(String version, String javaVersion) {

    /** The version that the build wrote beside this class, and the Java that runs it. */
    public static BuildInfo read() {
        Properties build = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream("build.properties")) {
            if (in == null) {
                throw new IllegalStateException("build.properties is missing from the jar");
            }
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read build.properties", e);
        }
        return new BuildInfo(build.getProperty("version"), Runtime.version().toString());
    }
}
