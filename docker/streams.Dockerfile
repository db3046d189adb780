# Packs what `make build` has left in streams/target/distribution; build it from the project's root.
FROM eclipse-temurin:17-jre

COPY docker/logback.xml /opt/cultivar/logback.xml
# Others' libraries change seldom: a layer of their own, which is everything that does not begin like ours, cultivar-….
COPY streams/target/distribution/lib/[^c]* streams/target/distribution/lib/c[^u]* /opt/cultivar/lib/
COPY streams/target/distribution/lib/cu* /opt/cultivar/lib/
COPY streams/target/distribution/streams.jar streams/target/distribution/sbom.json /opt/cultivar/

# The stores: a directory of the image that the user owns, so that a fresh volume mounted on it is theirs too.
ENV CULTIVAR_STATE_DIR=/var/lib/cultivar
RUN mkdir -p /var/lib/cultivar && chown 10001:10001 /var/lib/cultivar
VOLUME /var/lib/cultivar

# Above 1000, which the base image already gives to somebody.
USER 10001:10001
WORKDIR /opt/cultivar

ENV CULTIVAR_STREAMS_HOST=0.0.0.0
EXPOSE 8082

# No shell and no tool of the base image is needed. The check's heap is its own, not the service's.
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=6 \
  CMD ["java", "-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "streams.jar", "io.cultivar.contract.HealthMain", "8082"]
# A share of whatever the container may use, RocksDB needs memory beside it; a full heap ends the process instead of
# slowing it down for ever.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=40", "-XX:+ExitOnOutOfMemoryError", "-Dlogback.configurationFile=/opt/cultivar/logback.xml", "-jar", "streams.jar"]
