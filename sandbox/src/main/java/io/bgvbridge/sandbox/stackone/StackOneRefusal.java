package io.bgvbridge.sandbox.stackone;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A call that StackOne refuses, in its wording. */
final class StackOneRefusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Answer answer;

	private StackOneRefusal(Answer answer) {
		super("HTTP " + answer.status(), null, false, false);
		this.answer = answer;
	}

	static StackOneRefusal of(int status, String message) {
		return new StackOneRefusal(wording(status, message, List.of()));
	}

	static StackOneRefusal of(int status, List<String> problems) {
		return new StackOneRefusal(wording(status, String.join("; ", problems), problems));
	}

	static Answer wording(int status, String message, List<String> problems) {
		ObjectNode body = Json.object()
			.put("statusCode", status)
			.put("message", message)
			.put("timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
		if (!problems.isEmpty()) {
			ArrayNode errors = body.putArray("errors");
			problems.forEach(errors::add);
		}
		return Answer.json(status, body);
	}

	Answer answer() {
		return this.answer;
	}

}
