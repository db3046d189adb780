# Packs what `make build` has left in metrics-api/target/distribution; build it from the project's root.
FROM eclipse-temurin:17-jre

COPY docker/logback.xml /opt/cultivar/logback.xml
# The libraries change seldom: a layer of their own.
COPY metrics-api/target/distribution/lib /opt/cultivar/lib
COPY metrics-api/target/distribution/metrics-api.jar /opt/cultivar/metrics-api.jar

# Above 1000, which the base image already gives to somebody.
USER 10001:10001
WORKDIR /opt/cultivar

# A share of whatever the container may use; a full heap ends the process instead of slowing it down for ever.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -Dlogback.configurationFile=/opt/cultivar/logback.xml"
ENV CULTIVAR_METRICS_HOST=0.0.0.0
EXPOSE 8080

# Bash speaks HTTP by itself: no tool need be in the base image.
COPY docker/health /opt/cultivar/health
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=6 CMD ["bash", "/opt/cultivar/health", "8080"]
ENTRYPOINT ["java", "-jar", "metrics-api.jar"]
