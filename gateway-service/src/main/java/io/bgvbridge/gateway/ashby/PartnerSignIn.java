package io.bgvbridge.gateway.ashby;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.Callers;
import io.bgvbridge.messaging.consumer.Outages;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in who shows the token of a connection in use. Everybody else is told the same 401
 * before a byte of the body is read; but only when it is certain, because Ashby may give
 * up on a partner that answers so.
 */
final class PartnerSignIn extends OncePerRequestFilter {

	private final Callers callers;

	private final AshbyAnswers answers;

	private final Counter refused;

	PartnerSignIn(Callers callers, AshbyAnswers answers, MeterRegistry meters) {
		this.callers = callers;
		this.answers = answers;
		this.refused = meters.counter("bgv.signin.refused", "door", "ashby");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Connection> connection;
		try {
			connection = this.callers.withToken(PartnerToken.shown(request.getHeader(HttpHeaders.AUTHORIZATION)));
		}
		catch (RuntimeException ex) {
			if (!Outages.isOutage(ex)) {
				throw ex;
			}
			this.answers.unavailable(response);
			return;
		}
		if (connection.isEmpty()) {
			this.refused.increment();
			this.answers.unauthorized(response);
			return;
		}
		SecurityContextHolder.setContext(
				new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(connection.get(), "", List.of())));
		chain.doFilter(request, response);
	}

}
