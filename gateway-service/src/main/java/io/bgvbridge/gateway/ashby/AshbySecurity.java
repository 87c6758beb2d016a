package io.bgvbridge.gateway.ashby;

import io.bgvbridge.ashby.AshbyClient;
import io.bgvbridge.gateway.connection.Callers;
import io.bgvbridge.messaging.vendor.VendorHttp;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * The door for Ashby's partner calls, and how Ashby is asked back.
 */
@Configuration(proxyBeanMethods = false)
class AshbySecurity {

	@Bean
	@Order(3)
	SecurityFilterChain ashbyDoor(HttpSecurity http, Callers callers, AshbyAnswers answers, MeterRegistry meters)
			throws Exception {
		return http.securityMatcher("/ashby/**")
			.addFilterBefore(new PartnerSignIn(callers, answers, meters), AuthorizationFilter.class)
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

	@Bean
	AshbyClient ashbyClient(AshbyProperties properties) {
		return new AshbyClient(new VendorHttp(properties.phoneBudget()), properties.ashbyVersion());
	}

}
