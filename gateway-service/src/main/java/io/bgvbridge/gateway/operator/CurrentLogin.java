package io.bgvbridge.gateway.operator;

import java.io.IOException;
import java.time.Duration;

import io.bgvbridge.messaging.consumer.Outages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions whose account has changed since, and sessions of yesterday: a page that
 * is left open keeps asking, so that none would ever end by itself.
 */
final class CurrentLogin extends OncePerRequestFilter {

	private static final Duration LONGEST = Duration.ofHours(12);

	private final Accounts accounts;

	CurrentLogin(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (session != null && authentication != null) {
			try {
				if (isOld(session) || !isCurrent(authentication)) {
					session.invalidate();
					SecurityContextHolder.clearContext();
				}
			}
			catch (RuntimeException ex) {
				if (!Outages.isOutage(ex)) {
					throw ex;
				}
				response.setHeader(HttpHeaders.RETRY_AFTER, "2");
				response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
				return;
			}
		}
		chain.doFilter(request, response);
	}

	private static boolean isOld(HttpSession session) {
		return session.getCreationTime() < System.currentTimeMillis() - LONGEST.toMillis();
	}

	private boolean isCurrent(Authentication authentication) {
		return !(authentication.getPrincipal() instanceof Operator operator) || this.accounts.isCurrent(operator);
	}

}
