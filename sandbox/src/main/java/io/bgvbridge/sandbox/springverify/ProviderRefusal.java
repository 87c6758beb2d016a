package io.bgvbridge.sandbox.springverify;

import java.util.List;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A call that SpringVerify refuses, in one of its two wordings. */
final class ProviderRefusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Answer answer;

	private ProviderRefusal(Answer answer) {
		super("HTTP " + answer.status(), null, false, false);
		this.answer = answer;
	}

	static ProviderRefusal message(int status, String text) {
		return new ProviderRefusal(Answer.json(status, Json.object().put("msg", text)));
	}

	static ProviderRefusal of(int status, String path, String text) {
		return of(status, List.of(new Problem(path, text)));
	}

	static ProviderRefusal of(int status, List<Problem> problems) {
		ObjectNode body = Json.object();
		ArrayNode errors = body.putArray("errors");
		problems.forEach((problem) -> errors.addObject().put("path", problem.path()).put("msg", problem.text()));
		return new ProviderRefusal(Answer.json(status, body));
	}

	Answer answer() {
		return this.answer;
	}

	/** One misfit: the member's path in the body, and what is wrong with it. */
	record Problem(String path, String text) {
	}

}
