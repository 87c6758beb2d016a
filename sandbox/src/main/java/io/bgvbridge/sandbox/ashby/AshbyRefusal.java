package io.bgvbridge.sandbox.ashby;

import java.util.Objects;

import io.bgvbridge.sandbox.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A call that Ashby answers with {@code success: false}. */
final class AshbyRefusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final String code;

	private final @Nullable String parameter;

	private AshbyRefusal(int status, String code, String message, @Nullable String parameter) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
		this.parameter = parameter;
	}

	/** What would be a 4xx elsewhere: Ashby answers HTTP 200. */
	static AshbyRefusal of(String code, String message) {
		return new AshbyRefusal(200, code, message, null);
	}

	static AshbyRefusal invalid(String parameter, String problem) {
		return new AshbyRefusal(200, "invalid_input", parameter + " " + problem, parameter);
	}

	/** The exceptions to the rule: 401 and 403 of authentication. */
	static AshbyRefusal unauthenticated(int status, String code, String message) {
		return new AshbyRefusal(status, code, message, null);
	}

	int status() {
		return this.status;
	}

	String message() {
		return Objects.requireNonNullElse(getMessage(), this.code);
	}

	ObjectNode body(ErrorShape shape, String requestId) {
		ObjectNode body = Json.object().put("success", false);
		switch (shape) {
			case CODES_AND_INFO -> {
				body.putArray("errors").add(this.code);
				info(body, requestId);
			}
			case INFO -> info(body, requestId);
			case CODES -> body.putArray("errors").add(this.code);
			case OBJECTS ->
				body.putArray("errors").addObject().put("message", message()).put("parameter", this.parameter);
		}
		return body;
	}

	private void info(ObjectNode body, String requestId) {
		body.putObject("errorInfo").put("code", this.code).put("message", message()).put("requestId", requestId);
	}

}
