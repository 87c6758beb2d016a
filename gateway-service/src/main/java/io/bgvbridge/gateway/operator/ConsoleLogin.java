package io.bgvbridge.gateway.operator;

import java.io.IOException;
import java.net.URI;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/**
 * How people sign in with a browser: a form, and the organisation's own login where there
 * is one.
 */
@Component
final class ConsoleLogin {

	static final String PAGE = "/console/login";

	private static final String OIDC = "oidc";

	private final OidcProperties oidc;

	private final ConsoleProperties addresses;

	private final MeterRegistry meters;

	private final HttpSessionRequestCache cache = new HttpSessionRequestCache();

	private final SavedRequestAwareAuthenticationSuccessHandler onwards = new SavedRequestAwareAuthenticationSuccessHandler();

	ConsoleLogin(OidcProperties oidc, ConsoleProperties addresses, MeterRegistry meters) {
		this.oidc = oidc;
		this.addresses = addresses;
		this.meters = meters;
		this.cache.setRequestMatcher(ConsoleLogin::isBrowser);
		this.onwards.setDefaultTargetUrl("/console");
		this.onwards.setRequestCache(this.cache);
		// What a proxy in front calls this service is not known here.
		this.onwards.setRedirectStrategy((request, response, url) -> response.sendRedirect(pathOf(url)));
	}

	void apply(HttpSecurity http) throws Exception {
		http.requestCache((requests) -> requests.requestCache(this.cache))
			.formLogin((form) -> form.loginPage(PAGE).successHandler(this.onwards).failureHandler(this::refuse));
		if (this.oidc.isOn()) {
			http.oauth2Login((login) -> login.loginPage(PAGE)
				.clientRegistrationRepository(new SupplierClientRegistrationRepository(this::client))
				.authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
				.authorizationEndpoint((endpoint) -> endpoint.baseUri("/console/login/with"))
				.redirectionEndpoint((endpoint) -> endpoint.baseUri("/console/login/from/*"))
				.userInfoEndpoint((endpoint) -> endpoint.oidcUserService(new OidcUsers(this.oidc.roleClaim())))
				.successHandler(this.onwards)
				.failureHandler(this::refuse));
		}
	}

	/**
	 * Asks for a login; a live part of a page asks for the whole page to be loaded again.
	 */
	void ask(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		if (request.getHeader("HX-Request") != null) {
			response.setHeader("HX-Refresh", "true");
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
			return;
		}
		this.cache.saveRequest(request, response);
		response.sendRedirect(PAGE);
	}

	RequestCache cache() {
		return this.cache;
	}

	static boolean isBrowser(HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		return HttpMethod.GET.matches(request.getMethod()) && accepted != null && accepted.contains("text/html")
				&& request.getHeader("HX-Request") == null && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		this.meters.counter("bgv.signin.refused", "door", "console").increment();
		String why = switch (failure) {
			case TooManyAttempts many -> "wait";
			case InternalAuthenticationServiceException outage -> "away";
			case OAuth2AuthenticationException refused when OidcUsers.NO_ROLE
				.equals(refused.getError().getErrorCode()) -> "role";
			case OAuth2AuthenticationException refused -> "away";
			default -> "failed";
		};
		response.sendRedirect(PAGE + "?" + why);
	}

	private InMemoryClientRegistrationRepository client() {
		return new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(this.oidc.issuer())
			.registrationId(OIDC)
			.clientId(this.oidc.clientId())
			.clientSecret(this.oidc.clientSecret())
			.scope("openid", "profile", "email")
			.redirectUri(this.addresses.base() + "/console/login/from/" + OIDC)
			.build());
	}

	private static String pathOf(String url) {
		URI target = URI.create(url);
		return target.getRawPath() + ((target.getRawQuery() != null) ? "?" + target.getRawQuery() : "");
	}

}
