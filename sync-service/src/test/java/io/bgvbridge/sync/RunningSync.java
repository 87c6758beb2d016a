package io.bgvbridge.sync;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole service on a real PostgreSQL, with a producer that keeps what it is given
 * instead of a broker.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "BGV_KAFKA_BOOTSTRAP_SERVERS=localhost:1", "spring.kafka.listener.auto-startup=false",
				"BGV_SCHEMA_REGISTRY_URL=http://localhost:1/apis/registry/v3", "BGV_ASHBY_CALL_TIMEOUT=3s",
				"BGV_ASHBY_CALLS_PER_SECOND=1000", "bgv.work.poll=20ms", "BGV_PUBLIC_URL=https://bgv.example.com/",
				"BGV_MANAGEMENT_PORT=0", "BGV_ASHBY_SETTLING=500ms", "BGV_ASHBY_VERSION=2026-01-01",
				"BGV_REPORT_TIMEOUT=8s" })
@Import(TestSync.class)
@ContextConfiguration(initializers = TestSync.Environment.class)
public @interface RunningSync {

}
