package io.bgvbridge.sandbox.checkr;

import java.util.List;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A call that Checkr refuses: {@code error} is a text, or a list of them. */
final class CheckrRefusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Answer answer;

	private CheckrRefusal(Answer answer) {
		super("HTTP " + answer.status(), null, false, false);
		this.answer = answer;
	}

	static CheckrRefusal of(int status, String text) {
		return new CheckrRefusal(wording(status, text));
	}

	static CheckrRefusal of(int status, List<String> texts) {
		ObjectNode body = Json.object();
		ArrayNode errors = body.putArray("error");
		texts.forEach(errors::add);
		return new CheckrRefusal(Answer.json(status, body));
	}

	static Answer wording(int status, String text) {
		return Answer.json(status, Json.object().put("error", text));
	}

	Answer answer() {
		return this.answer;
	}

}
