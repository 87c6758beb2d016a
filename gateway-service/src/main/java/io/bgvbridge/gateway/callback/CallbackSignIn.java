package io.bgvbridge.gateway.callback;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.Callers;
import io.bgvbridge.gateway.connection.Provider;
import io.bgvbridge.messaging.consumer.Outages;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in who shows the secret of the connection that the path names. Everybody else is
 * told the same 401; but only when it is certain, because SpringVerify stops calling back
 * after one.
 */
final class CallbackSignIn extends OncePerRequestFilter {

	private static final Pattern PATH = Pattern
		.compile("/callbacks/([a-z]{1,40})/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

	private static final String SCHEME = "bearer ";

	private static final String REFUSED = """
			{"title":"Unauthorized","status":401,"detail":"The secret is missing or not valid."}""";

	private static final String UNAVAILABLE = """
			{"title":"Service Unavailable","status":503,"detail":"Send the callback again."}""";

	private final Callers callers;

	private final Counter refused;

	CallbackSignIn(Callers callers, MeterRegistry meters) {
		this.callers = callers;
		this.refused = meters.counter("bgv.signin.refused", "door", "callback");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Connection> connection;
		try {
			connection = caller(request);
		}
		catch (RuntimeException ex) {
			if (!Outages.isOutage(ex)) {
				throw ex;
			}
			response.setHeader(HttpHeaders.RETRY_AFTER, "2");
			write(response, HttpStatus.SERVICE_UNAVAILABLE, UNAVAILABLE);
			return;
		}
		if (connection.isEmpty()) {
			this.refused.increment();
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			write(response, HttpStatus.UNAUTHORIZED, REFUSED);
			return;
		}
		SecurityContextHolder.setContext(
				new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(connection.get(), "", List.of())));
		chain.doFilter(request, response);
	}

	private Optional<Connection> caller(HttpServletRequest request) {
		Matcher path = PATH.matcher(request.getRequestURI());
		String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (shown == null || !shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) || !path.matches()) {
			return Optional.empty();
		}
		String secret = shown.substring(SCHEME.length()).strip();
		return Provider.of(path.group(1))
			.flatMap((provider) -> this.callers.withCallbackSecret(UUID.fromString(path.group(2)), provider, secret));
	}

	private static void write(HttpServletResponse response, HttpStatus status, String problem) throws IOException {
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getWriter().write(problem);
	}

}
