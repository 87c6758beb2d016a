# The image of a service, from its built jar (./mvnw package):
#   docker build --build-arg MODULE=gateway-service --tag bgv-bridge/gateway-service .
# and, with --target job, of a command such as the set-up:
#   docker build --build-arg MODULE=deploy/setup --target job --tag bgv-bridge/setup .
ARG JRE=eclipse-temurin:25-jre

# A command: small, seldom started, and without Spring, whose layer tools need Spring.
FROM ${JRE} AS job
ARG MODULE
WORKDIR /app
COPY ${MODULE}/target/*-exec.jar app.jar
# A new volume that is mounted here takes its owner from here.
RUN install -d -o 10001 -g 10001 /keysets
USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-jar", "app.jar"]

FROM ${JRE} AS layers
ARG MODULE
WORKDIR /build
COPY ${MODULE}/target/*-exec.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers --application-filename app.jar

FROM ${JRE} AS base
WORKDIR /app
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./

# Keys that are only trained with: the image has none of them.
FROM ${JRE} AS keysets
COPY deploy/setup/target/*-exec.jar setup.jar
RUN mkdir /keysets && java -jar setup.jar keysets /keysets

# A start up to the point where the service would connect, for the classes that it loads and links on its way.
FROM base AS training
COPY --from=keysets /keysets/ /keysets/
ENV BGV_KAFKA_BOOTSTRAP_SERVERS=localhost:1 BGV_SCHEMA_REGISTRY_URL=http://localhost:1/apis/registry/v3 \
    BGV_DATABASE_URL=jdbc:postgresql://localhost:1/none BGV_DATABASE_USER=none BGV_DATABASE_PASSWORD=none \
    BGV_KEYSET_FILE=/keysets/keyset.json BGV_CALL_TOKEN_KEYSET_FILE=/keysets/call-token-keyset.json \
    BGV_HASH_KEYSET_FILE=/keysets/hash-keyset.json BGV_PUBLIC_URL=http://localhost BGV_VERIFICATION_URL=http://localhost \
    BGV_ADMIN_USER=nobody BGV_ADMIN_PASSWORD=only-for-training SPRING_FLYWAY_ENABLED=false
RUN java -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh -jar app.jar > training.log 2>&1 || { tail -50 training.log; exit 1; }

FROM base
COPY --from=training /app/app.aot ./
USER 10001:10001
ENV BGV_HTTP_PORT=8080 BGV_MANAGEMENT_PORT=8180
EXPOSE 8080 8180
# The start period covers the first start's migrations.
HEALTHCHECK --interval=15s --timeout=10s --start-period=90s --retries=4 \
    CMD ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-cp", "/app/lib/*", "io.bgvbridge.messaging.HealthProbe", "8180"]
ENTRYPOINT ["java", "-XX:AOTCache=/app/app.aot", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/app.jar"]
