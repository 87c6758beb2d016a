package io.bgvbridge.gateway.ashby;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads doubled slashes in Ashby's calls as one: Ashby joins a path to a base URL that
 * may end in a slash. Comes before the firewall, which refuses such paths.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AshbySlashes extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getRequestURI().replaceAll("/{2,}", "/");
		boolean mend = path.startsWith("/ashby/") && !path.equals(request.getRequestURI());
		chain.doFilter(mend ? new MendedRequest(request, path) : request, response);
	}

	/**
	 * A request for the path that was meant.
	 */
	private static final class MendedRequest extends HttpServletRequestWrapper {

		private final String path;

		MendedRequest(HttpServletRequest request, String path) {
			super(request);
			this.path = path;
		}

		@Override
		public String getRequestURI() {
			return this.path;
		}

		@Override
		public StringBuffer getRequestURL() {
			String whole = super.getRequestURL().toString();
			return new StringBuffer(whole.replace(super.getRequestURI(), this.path));
		}

		@Override
		public String getServletPath() {
			return super.getServletPath().replaceAll("/{2,}", "/");
		}

	}

}
