package io.bgvbridge.verification.checkr;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.bgvbridge.verification.provider.Fields;
import io.bgvbridge.verification.provider.Hint;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checkr's webhook events. They come in any order and more than once, so that they only
 * say which order to read.
 */
final class Events {

	private final JsonMapper json;

	Events(JsonMapper json) {
		this.json = json;
	}

	Hint hint(byte[] body) {
		try {
			JsonNode about = this.json.readTree(body).path("data").path("object");
			List<String> references = Stream
				.of(own(about), Fields.find(about, "invitation_id"), Fields.find(about, "report_id"),
						Fields.find(about, "candidate_id"))
				.flatMap(Optional::stream)
				.distinct()
				.toList();
			return new Hint(references, Invitation.order(Invitation.tags(about)).orElse(null));
		}
		catch (JacksonException ex) {
			return Hint.NONE;
		}
	}

	/** The ids of other objects, such as packages, name no order. */
	private static Optional<String> own(JsonNode about) {
		return List.of("invitation", "report", "candidate").contains(about.path("object").asString(""))
				? Fields.find(about, "id") : Optional.empty();
	}

}
