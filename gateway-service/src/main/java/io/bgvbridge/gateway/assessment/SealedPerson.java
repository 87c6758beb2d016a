package io.bgvbridge.gateway.assessment;

import io.bgvbridge.messaging.sealing.SealedColumn;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where it is kept, sealed, who is checked.
 */
@Configuration(proxyBeanMethods = false)
class SealedPerson {

	@Bean
	SealedColumn assessmentPerson() {
		return new SealedColumn("assessment", "assessment_id", "person", AssessmentStore.PLACE);
	}

}
