package io.bgvbridge.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole service over HTTP; all of them share one context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.kafka.listener.auto-startup=false", "BGV_KAFKA_BOOTSTRAP_SERVERS=localhost:1",
				"BGV_SCHEMA_REGISTRY_URL=http://localhost:1", "BGV_DATABASE_USER=postgres",
				"BGV_DATABASE_PASSWORD=postgres", "BGV_PUBLIC_URL=https://bgv.example.com/", "BGV_ADMIN_USER=admin",
				"BGV_ADMIN_PASSWORD=secret",
				"BGV_VENDOR_HOSTS=localhost,api.ashbyhq.com,api-sa.in.springverify.com,api.stackone.com,api.checkr.com",
				"BGV_MANAGEMENT_PORT=0", "bgv.work.poll=1h", "BGV_PHONE_BUDGET=1s", "bgv.report-max-size=100KB",
				"bgv.report-timeout=2s" })
@ContextConfiguration(initializers = Outside.class)
@Import({ TestGateway.class, Samples.class })
public @interface GatewayTest {

}
