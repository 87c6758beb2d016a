package io.bgvbridge.verification;

import java.util.Map;

import io.bgvbridge.ashby.AshbyClient;
import io.bgvbridge.messaging.WrittenTopics;
import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.messaging.work.WorkProperties;
import io.bgvbridge.schemas.ConnectionObserved;
import io.bgvbridge.schemas.PackagesListed;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationUpdated;
import io.bgvbridge.schemas.WorkReported;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * The verification service.
 */
@SpringBootApplication
@EnableConfigurationProperties(AshbyProperties.class)
class VerificationApplication {

	static void main(String[] args) {
		SpringApplication.run(VerificationApplication.class, args);
	}

	@Bean
	WrittenTopics writtenTopics() {
		return new WrittenTopics(Map.of(Topics.VERIFICATION_UPDATED, VerificationUpdated.getClassSchema(),
				Topics.WORK_REPORTED, WorkReported.getClassSchema(), Topics.PACKAGES_LISTED,
				PackagesListed.getClassSchema(), Topics.CONNECTION_OBSERVED, ConnectionObserved.getClassSchema()));
	}

	@Bean
	VendorHttp vendorHttp(WorkProperties properties) {
		return new VendorHttp(properties.callTimeout());
	}

	@Bean
	AshbyClient ashbyClient(VendorHttp http, AshbyProperties properties) {
		return new AshbyClient(http, properties.ashbyVersion());
	}

}
