package io.bgvbridge.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import io.bgvbridge.ashby.AshbyClient;
import io.bgvbridge.ashby.AshbyFiles;
import io.bgvbridge.messaging.WrittenTopics;
import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.messaging.work.WorkProperties;
import io.bgvbridge.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * The sync service.
 */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class SyncApplication {

	private static final Set<String> WRITTEN = Set.of(Topics.ASHBY_UPDATE_DELIVERED, Topics.WORK_REPORTED,
			Topics.CONNECTION_OBSERVED);

	public static void main(String[] args) {
		SpringApplication.run(SyncApplication.class, args);
	}

	@Bean
	WrittenTopics writtenTopics() {
		return new WrittenTopics(Topics.all()
			.stream()
			.filter((topic) -> WRITTEN.contains(topic.name()))
			.collect(Collectors.toMap(Topics.Topic::name, Topics.Topic::schema)));
	}

	@Bean
	AshbyClient ashbyClient(WorkProperties properties, AshbyApiProperties api) {
		return new AshbyClient(new VendorHttp(properties.callTimeout()), api.ashbyVersion());
	}

	@Bean
	AshbyFiles ashbyFiles(WorkProperties properties, AshbyApiProperties api, Environment environment) {
		return new AshbyFiles(new VendorHttp(properties.callTimeout()), new VendorHttp(uploadTimeout(environment)),
				api.ashbyVersion());
	}

	/** Reports are large: the storage behind Ashby has a time of its own. */
	@Bean(defaultCandidate = false)
	@Qualifier("storage")
	VendorCalls storageCalls(Environment environment, ObservationRegistry observations, MeterRegistry meters) {
		VendorCalls calls = new VendorCalls("storage", uploadTimeout(environment), observations);
		// Beans that are no candidates bind no meters by themselves.
		calls.bindTo(meters);
		return calls;
	}

	private static Duration uploadTimeout(Environment environment) {
		return environment.getRequiredProperty("bgv.report.timeout", Duration.class);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
