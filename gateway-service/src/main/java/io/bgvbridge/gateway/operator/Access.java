package io.bgvbridge.gateway.operator;

import jakarta.servlet.DispatcherType;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may do what: every rule for people, the first that fits.
 */
final class Access {

	private static final String VIEWER = Role.VIEWER.name();

	private static final String OPERATOR = Role.OPERATOR.name();

	private static final String ADMINISTRATOR = Role.ADMINISTRATOR.name();

	private Access() {
	}

	static void api(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.dispatcherTypeMatchers(DispatcherType.ERROR)
			.permitAll()
			.requestMatchers("/api/accounts/**")
			.hasRole(ADMINISTRATOR)
			.requestMatchers(HttpMethod.GET, "/api/**")
			.hasRole(VIEWER)
			.requestMatchers(HttpMethod.POST, "/api/verifications/*/erase")
			.hasRole(ADMINISTRATOR)
			.requestMatchers(HttpMethod.POST, "/api/verifications/**", "/api/failures/**")
			.hasRole(OPERATOR)
			// Connections, and whatever is added without a rule.
			.anyRequest()
			.hasRole(ADMINISTRATOR);
	}

	static void reports(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.dispatcherTypeMatchers(DispatcherType.ERROR)
			.permitAll()
			.requestMatchers(HttpMethod.GET)
			.hasRole(VIEWER)
			.anyRequest()
			.denyAll();
	}

	static void console(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.dispatcherTypeMatchers(DispatcherType.ERROR)
			.permitAll()
			.requestMatchers("/console/login/**", "/console/assets/**")
			.permitAll()
			.requestMatchers("/console/accounts/**", "/console/audit", "/console/connections/new",
					"/console/connections/*/edit", "/console/connections/*/delete")
			.hasRole(ADMINISTRATOR)
			.requestMatchers(HttpMethod.GET, "/console/**")
			.hasRole(VIEWER)
			.requestMatchers(HttpMethod.POST, "/console/logout")
			.authenticated()
			.requestMatchers(HttpMethod.POST, "/console/checks/search")
			.hasRole(VIEWER)
			.requestMatchers(HttpMethod.POST, "/console/checks/*/erase")
			.hasRole(ADMINISTRATOR)
			.requestMatchers(HttpMethod.POST, "/console/checks/**", "/console/failures/**")
			.hasRole(OPERATOR)
			.anyRequest()
			.hasRole(ADMINISTRATOR);
	}

}
