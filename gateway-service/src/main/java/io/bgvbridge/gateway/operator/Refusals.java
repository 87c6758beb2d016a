package io.bgvbridge.gateway.operator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * What the doors for programs answer to whom they do not let in.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final MeterRegistry meters;

	Refusals(MeterRegistry meters) {
		this.meters = meters;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		if (failure instanceof InternalAuthenticationServiceException) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "2");
			write(response, HttpStatus.SERVICE_UNAVAILABLE, "Something that this service stands on is away.");
			return;
		}
		this.meters.counter("bgv.signin.refused", "door", "operator").increment();
		if (failure instanceof TooManyAttempts many) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(many.pause().toSeconds()));
			write(response, HttpStatus.TOO_MANY_REQUESTS, "Too many attempts to sign in with this name.");
			return;
		}
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"operator\"");
		write(response, HttpStatus.UNAUTHORIZED, "Sign in with the operator's credentials.");
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
			throws IOException {
		write(response, HttpStatus.FORBIDDEN, "Your role does not allow this.");
	}

	private static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		String problem = "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}".formatted(status.getReasonPhrase(),
				status.value(), detail);
		response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
	}

}
