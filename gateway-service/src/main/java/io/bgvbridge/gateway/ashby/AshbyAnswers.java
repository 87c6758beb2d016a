package io.bgvbridge.gateway.ashby;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Answers to Ashby from where there is no controller yet.
 */
@Component
final class AshbyAnswers {

	static final String RETRY_AFTER_SECONDS = "2";

	static final Refusal UNAVAILABLE = Refusal.of("temporarily_unavailable",
			"The background-check service cannot take requests for a moment. Please try again.");

	private final JsonMapper json;

	AshbyAnswers(JsonMapper json) {
		this.json = json;
	}

	void unauthorized(HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"partner\"");
		write(response, HttpStatus.UNAUTHORIZED,
				Refusal.of("unauthorized", "The External API Token is missing or not valid."));
	}

	void unavailable(HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		write(response, HttpStatus.SERVICE_UNAVAILABLE, UNAVAILABLE);
	}

	private void write(HttpServletResponse response, HttpStatus status, Refusal refusal) throws IOException {
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getOutputStream().write(this.json.writeValueAsBytes(refusal));
	}

}
