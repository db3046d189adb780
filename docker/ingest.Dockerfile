# Packs what `make build` has left in ingest/target/distribution; build it from the project's root.
FROM eclipse-temurin:17-jre

COPY docker/logback.xml /opt/cultivar/logback.xml
# The libraries change seldom: a layer of their own.
COPY ingest/target/distribution/lib /opt/cultivar/lib
COPY ingest/target/distribution/ingest.jar /opt/cultivar/ingest.jar

# Above 1000, which the base image already gives to somebody.
USER 10001:10001
WORKDIR /opt/cultivar

# A share of whatever the container may use; a full heap ends the process instead of slowing it down for ever.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -Dlogback.configurationFile=/opt/cultivar/logback.xml"
ENV CULTIVAR_INGEST_HOST=0.0.0.0
EXPOSE 8081

# Bash speaks HTTP by itself: no tool need be in the base image.
COPY docker/health /opt/cultivar/health
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=6 CMD ["bash", "/opt/cultivar/health", "8081"]
ENTRYPOINT ["java", "-jar", "ingest.jar"]
