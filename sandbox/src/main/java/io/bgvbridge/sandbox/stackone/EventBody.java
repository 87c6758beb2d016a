package io.bgvbridge.sandbox.stackone;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import io.bgvbridge.sandbox.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A result event as bytes.
 *
 * @param orderId the order
 * @param event the event's name
 * @param json the body before anybody tampers with it
 */
@SuppressWarnings("ArrayRecordComponent")
record EventBody(String orderId, String event, byte[] json) {

	static EventBody of(ScreeningOrder order, EventDelivery delivery) {
		EventDelivery.Spelling spelling = delivery.spelling();
		String event = (spelling.singular() ? "screening.result." : "screening.results.")
				+ suffix(order.result().status());
		Instant happened = Instant.now().minus(delivery.age());
		ObjectNode body = Json.object();
		if (!spelling.bare()) {
			body.put("project_id", "sandbox-27270")
				.put("account_id", Objects.requireNonNullElse(spelling.accountId(), StackOneSimulator.ACCOUNT_ID));
		}
		body.put("event", event);
		if (!spelling.bare()) {
			body.put("event_date", text(happened)).put("sent_at", text(happened));
		}
		body.set("data", data(order, delivery));
		return new EventBody(order.id(), event, Json.bytes(body));
	}

	private static ObjectNode data(ScreeningOrder order, EventDelivery delivery) {
		ScreeningOrder.Result result = order.result();
		ObjectNode data = Json.object()
			.put("id", "r-" + order.id())
			.put("remote_id", order.remoteId())
			.put("order_id", order.id());
		data.set("score", score(result.score()));
		data.put("start_date", text(order.createdAt()))
			.put("submission_date", text(result.submittedAt()))
			.put("summary", result.summary())
			.put("status", result.status())
			.put("result_url", result.resultUrl())
			.set("unified_custom_fields", order.customFields());
		delivery.missing().forEach(data::putNull);
		return data;
	}

	private static @Nullable ObjectNode score(@Nullable String value) {
		return (value != null)
				? Json.object().put("label", "Overall Risk").put("value", value).put("min", "0").put("max", "100")
				: null;
	}

	private static String suffix(String status) {
		return switch (status) {
			case "pending" -> "created";
			case "completed", "failed", "cancelled" -> status;
			default -> "updated";
		};
	}

	private static @Nullable String text(@Nullable Instant time) {
		return (time != null) ? time.truncatedTo(ChronoUnit.MILLIS).toString() : null;
	}

}
