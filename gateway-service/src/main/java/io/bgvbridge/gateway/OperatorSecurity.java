package io.bgvbridge.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Whatever no other door serves needs an operator's login. Health and metrics are open:
 * they have a port of their own.
 */
@Configuration(proxyBeanMethods = false)
class OperatorSecurity {

	private static final String PROBLEM = """
			{"title":"Unauthorized","status":401,"detail":"Sign in with the operator's credentials."}""";

	@Bean
	@Order(1)
	SecurityFilterChain managementDoor(HttpSecurity http) throws Exception {
		return http.securityMatcher(EndpointRequest.toAnyEndpoint())
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	SecurityFilterChain operatorDoor(HttpSecurity http, AuthenticationManager operators, MeterRegistry meters)
			throws Exception {
		AuthenticationEntryPoint refusal = (request, response, failure) -> refuse(request, response, meters);
		return http.authenticationManager(operators)
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.anyRequest()
				.authenticated())
			.httpBasic((basic) -> basic.authenticationEntryPoint(refusal))
			.exceptionHandling((failures) -> failures.authenticationEntryPoint(refusal))
			// The API has no cookies and no sessions that another site could ride on.
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

	@Bean
	AuthenticationManager operators(OperatorProperties operator) {
		return new ProviderManager(new OperatorSignIn(operator));
	}

	private static void refuse(HttpServletRequest request, HttpServletResponse response, MeterRegistry meters)
			throws java.io.IOException {
		meters.counter("bgv.signin.refused", "door", "operator").increment();
		response.setStatus(HttpStatus.UNAUTHORIZED.value());
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"operator\"");
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getWriter().write(PROBLEM);
	}

}
