package io.bgvbridge.gateway.operator;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Whatever no other door serves needs an operator's login. Health and metrics are open:
 * they have a port of their own.
 */
@Configuration(proxyBeanMethods = false)
class OperatorSecurity {

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
		Refusals refusals = new Refusals(meters);
		return http.authenticationManager(operators)
			.authorizeHttpRequests(Access::api)
			.httpBasic((basic) -> basic.authenticationEntryPoint(refusals))
			.exceptionHandling((failures) -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			// The API has no cookies and no sessions that another site could ride on.
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

	@Bean
	AuthenticationManager operators(OperatorProperties first, AccountStore accounts, PasswordEncoder passwords,
			SignInAttempts attempts) {
		return new LimitedSignIn(new ProviderManager(new OperatorSignIn(first), new AccountSignIn(accounts, passwords)),
				attempts);
	}

	@Bean
	PasswordEncoder passwords() {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder();
	}

	@Bean
	RoleHierarchy roleHierarchy() {
		return RoleHierarchyImpl.fromHierarchy("ROLE_ADMINISTRATOR > ROLE_OPERATOR\nROLE_OPERATOR > ROLE_VIEWER");
	}

}
