package io.bgvbridge.gateway.callback;

import io.bgvbridge.gateway.connection.CallbackCallers;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * The door for providers' callbacks. Who signs gets as far as the controller: only the
 * whole body shows who sent it.
 */
@Configuration(proxyBeanMethods = false)
class CallbackSecurity {

	@Bean
	@Order(4)
	SecurityFilterChain callbackDoor(HttpSecurity http, CallbackCallers callers, MeterRegistry meters)
			throws Exception {
		return http.securityMatcher("/callbacks/**")
			.addFilterBefore(new CallbackSignIn(callers, meters), AuthorizationFilter.class)
			.authorizeHttpRequests((requests) -> requests.requestMatchers(CallbackSecurity::isSigned)
				.permitAll()
				.anyRequest()
				.authenticated())
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

	private static boolean isSigned(HttpServletRequest request) {
		return CallbackPath.of(request.getRequestURI()).filter(CallbackPath::isSigned).isPresent();
	}

}
