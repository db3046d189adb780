# Packs local/target/cultivar.jar, to post the sample company's events once; build it from the project's root.
FROM eclipse-temurin:17-jre

COPY local/target/cultivar.jar /opt/cultivar/cultivar.jar

# Above 1000, which the base image already gives to somebody.
USER 10001:10001
WORKDIR /opt/cultivar

ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "cultivar.jar", "sample"]
