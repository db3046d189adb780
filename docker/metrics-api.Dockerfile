# Packs what `make build` has left in metrics-api/target/distribution; build it from the project's root.
FROM eclipse-temurin:17-jre

COPY docker/logback.xml /opt/cultivar/logback.xml
# Others' libraries change seldom: a layer of their own, which is everything that does not begin like ours, cultivar-….
COPY metrics-api/target/distribution/lib/[^c]* metrics-api/target/distribution/lib/c[^u]* /opt/cultivar/lib/
COPY metrics-api/target/distribution/lib/cu* /opt/cultivar/lib/
COPY metrics-api/target/distribution/metrics-api.jar metrics-api/target/distribution/sbom.json /opt/cultivar/

# The audit log: a directory of the image that the user owns, so that a fresh volume mounted on it is theirs too.
RUN mkdir -p /var/log/cultivar && chown 10001:10001 /var/log/cultivar

# Above 1000, which the base image already gives to somebody.
USER 10001:10001
WORKDIR /opt/cultivar

# It does not start before it is told who may ask: CULTIVAR_ACCESS_FILE, CULTIVAR_OIDC_ISSUER or CULTIVAR_ACCESS.
ENV CULTIVAR_METRICS_HOST=0.0.0.0
EXPOSE 8080

# No shell and no tool of the base image is needed. The check's heap is its own, not the service's.
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=6 \
  CMD ["java", "-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "metrics-api.jar", "io.cultivar.contract.HealthMain", "8080"]
# A share of whatever the container may use; a full heap ends the process instead of
# slowing it down for ever.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-Dlogback.configurationFile=/opt/cultivar/logback.xml", "-jar", "metrics-api.jar"]
