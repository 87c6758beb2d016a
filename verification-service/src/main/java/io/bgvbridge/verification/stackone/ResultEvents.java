package io.bgvbridge.verification.stackone;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.bgvbridge.verification.provider.Fields;
import io.bgvbridge.verification.provider.Hint;
import io.bgvbridge.verification.provider.ProviderAccess;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.provider.StatusTable;
import io.bgvbridge.verification.provider.Told;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events about results. The vendor's documentation spells their names in two ways, and
 * any field of theirs may be null.
 */
final class ResultEvents {

	private static final Pattern RESULT = Pattern.compile("screening\\.results?\\.([a-z_]+)");

	private final JsonMapper json;

	private final StatusTable statuses;

	ResultEvents(JsonMapper json, StatusTable statuses) {
		this.json = json;
		this.statuses = statuses;
	}

	Hint hint(ProviderAccess access, byte[] body) {
		try {
			JsonNode event = this.json.readTree(body);
			Matcher name = RESULT.matcher(event.path("event").asString(""));
			if (!name.matches() || isOfAnotherAccount(access, event)) {
				return Hint.NONE;
			}
			return hint(event, name.group(1));
		}
		catch (JacksonException ex) {
			return Hint.NONE;
		}
	}

	/** One signing secret serves all linked accounts of a project. */
	private static boolean isOfAnotherAccount(ProviderAccess access, JsonNode event) {
		Optional<String> account = Fields.find(event, "account_id");
		return account.isPresent() && !account.equals(access.setting(StackOneClient.ACCOUNT));
	}

	private Hint hint(JsonNode event, String suffix) {
		JsonNode data = event.path("data");
		List<String> references = Stream.of("order_id", "remote_id")
			.flatMap((field) -> Fields.find(data, field).stream())
			.distinct()
			.toList();
		UUID assessmentId = Fields.uuid(data.path("unified_custom_fields"), ScreeningOrder.ORDER_REF);
		if (references.isEmpty() && assessmentId == null) {
			return Hint.NONE;
		}
		Snapshot snapshot = this.statuses.snapshot(Fields.find(data, "status").orElse(suffix));
		return new Hint(references, assessmentId, new Told(snapshot, at(event, data).orElse(null),
				Fields.find(data, "result_url").flatMap(Fields::page).orElse(null)));
	}

	private static Optional<Instant> at(JsonNode event, JsonNode data) {
		return Fields.instant(event, "event_date")
			.or(() -> Fields.instant(event, "sent_at"))
			.or(() -> Fields.instant(data, "submission_date"));
	}

}
