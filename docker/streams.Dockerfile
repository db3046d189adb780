# Packs what `make build` has left in streams/target/distribution; build it from the project's root.
FROM eclipse-temurin:17-jre

COPY docker/logback.xml /opt/cultivar/logback.xml
# The libraries change seldom: a layer of their own.
COPY streams/target/distribution/lib /opt/cultivar/lib
COPY streams/target/distribution/streams.jar /opt/cultivar/streams.jar

# The stores: a directory of the image that the user owns, so that a fresh volume mounted on it is theirs too.
ENV CULTIVAR_STATE_DIR=/var/lib/cultivar
RUN mkdir -p /var/lib/cultivar && chown 10001:10001 /var/lib/cultivar
VOLUME /var/lib/cultivar

# Above 1000, which the base image already gives to somebody.
USER 10001:10001
WORKDIR /opt/cultivar

# A share of whatever the container may use, RocksDB needs memory beside it; a full heap ends the process instead of
# slowing it down for ever.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=40 -XX:+ExitOnOutOfMemoryError -Dlogback.configurationFile=/opt/cultivar/logback.xml"

# The pipeline keeps this file while it is running.
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=6 \
  CMD ["bash", "-c", "test -f \"$CULTIVAR_STATE_DIR/running\""]
ENTRYPOINT ["java", "-jar", "streams.jar"]
