package io.bgvbridge.gateway.operator;

import java.net.URI;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The doors for browsers: the console with its sessions, and the reports, which take a
 * session as well as a program's credentials.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

	/** Nothing from elsewhere, nothing inline, no frames. */
	private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
			+ " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	@Bean
	@Order(10)
	SecurityFilterChain consoleDoor(HttpSecurity http, Accounts accounts, ConsoleLogin login) throws Exception {
		// Passwords are the only AuthenticationManager's; one set here would be asked for
		// everything.
		login.apply(http);
		return http.securityMatcher("/console", "/console/**")
			.authorizeHttpRequests(Access::console)
			.addFilterBefore(new CurrentLogin(accounts), AuthorizationFilter.class)
			.exceptionHandling((failures) -> failures.authenticationEntryPoint(login::ask))
			.logout((logout) -> logout.logoutUrl("/console/logout").logoutSuccessUrl("/console/login?out"))
			.headers(ConsoleSecurity::headers)
			.build();
	}

	@Bean
	@Order(11)
	SecurityFilterChain reportDoor(HttpSecurity http, AuthenticationManager operators, Accounts accounts,
			ConsoleLogin login, MeterRegistry meters) throws Exception {
		Refusals refusals = new Refusals(meters);
		return http.securityMatcher("/reports/**")
			.authenticationManager(operators)
			.authorizeHttpRequests(Access::reports)
			.addFilterBefore(new CurrentLogin(accounts), AuthorizationFilter.class)
			.httpBasic((basic) -> basic.authenticationEntryPoint(refusals))
			.exceptionHandling((failures) -> failures.accessDeniedHandler(refusals)
				.authenticationEntryPoint((request, response, failure) -> {
					if (ConsoleLogin.isBrowser(request)) {
						login.ask(request, response, failure);
					}
					else {
						refusals.commence(request, response, failure);
					}
				}))
			// It only reads.
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache((cache) -> cache.requestCache(login.cache()))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
			.build();
	}

	/** Whoever tries the service on their own machine has no certificate. */
	@Bean
	ServletContextInitializer sessionCookie(ConsoleProperties properties) {
		URI address = properties.publicUrl();
		boolean local = "http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost()));
		return (context) -> context.getSessionCookieConfig().setSecure(!local);
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
	}

}
