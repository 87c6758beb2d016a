package io.bgvbridge.gateway.callback;

import io.bgvbridge.gateway.connection.Callers;
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
 * The door for providers' callbacks.
 */
@Configuration(proxyBeanMethods = false)
class CallbackSecurity {

	@Bean
	@Order(4)
	SecurityFilterChain callbackDoor(HttpSecurity http, Callers callers, MeterRegistry meters) throws Exception {
		return http.securityMatcher("/callbacks/**")
			.addFilterBefore(new CallbackSignIn(callers, meters), AuthorizationFilter.class)
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

}
