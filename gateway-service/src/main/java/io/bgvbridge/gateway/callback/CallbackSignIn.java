package io.bgvbridge.gateway.callback;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import io.bgvbridge.gateway.connection.CallbackCallers;
import io.bgvbridge.gateway.connection.Connection;
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
 * Lets in who shows the secret of the connection that the path names, before a byte of
 * the body is read. Everybody else is told the same 401; but only when it is certain,
 * because SpringVerify stops calling back after one.
 */
final class CallbackSignIn extends OncePerRequestFilter {

	private static final String SCHEME = "bearer ";

	private static final String REFUSED = """
			{"title":"Unauthorized","status":401,"detail":"The secret is missing or not valid."}""";

	private static final String UNAVAILABLE = """
			{"title":"Service Unavailable","status":503,"detail":"Send the callback again."}""";

	private final CallbackCallers callers;

	private final Counter refused;

	CallbackSignIn(CallbackCallers callers, MeterRegistry meters) {
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

	/** What is signed gets as far as the controller. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return CallbackPath.of(request.getRequestURI()).filter(CallbackPath::isSigned).isPresent();
	}

	private Optional<Connection> caller(HttpServletRequest request) {
		String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
		boolean bearer = shown != null && shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
		String secret = (shown != null && bearer) ? shown.substring(SCHEME.length()).strip() : "";
		return CallbackPath.of(request.getRequestURI())
			.flatMap((path) -> this.callers.withSecret(path.connectionId(), path.provider(), secret));
	}

	private static void write(HttpServletResponse response, HttpStatus status, String problem) throws IOException {
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getWriter().write(problem);
	}

}
