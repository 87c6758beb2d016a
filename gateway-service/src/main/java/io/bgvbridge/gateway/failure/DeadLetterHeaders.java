package io.bgvbridge.gateway.failure;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.support.KafkaHeaders;

/**
 * What the headers of a dead letter say. Whoever can write to the topic can write them,
 * so nothing but a class's name and an id is read.
 */
final class DeadLetterHeaders {

	/** The letter that a record comes back from. */
	static final String REDRIVE_OF = "bgv-redrive-of";

	/** What was added when the record became a dead letter. */
	private static final String ADDED = "kafka_dlt-";

	private static final Pattern CLASS = Pattern.compile("[A-Za-z0-9_.$]{1,300}");

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private DeadLetterHeaders() {
	}

	/** Spring's own exception says nothing: its cause does. */
	static String failure(Headers headers) {
		String cause = text(headers, KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN);
		String name = (cause != null) ? cause : text(headers, KafkaHeaders.DLT_EXCEPTION_FQCN);
		return (name != null && CLASS.matcher(name).matches())
				? name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1) : "Unknown";
	}

	static @Nullable UUID redriveOf(Headers headers) {
		String id = text(headers, REDRIVE_OF);
		return (id != null && ID.matcher(id).matches()) ? UUID.fromString(id) : null;
	}

	/** The record's own, and which letter it comes back from. */
	static Headers returning(Headers headers, UUID letterId) {
		RecordHeaders own = new RecordHeaders();
		for (Header header : headers) {
			if (!header.key().startsWith(ADDED) && !header.key().equals(REDRIVE_OF)) {
				own.add(header);
			}
		}
		return own.add(REDRIVE_OF, letterId.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static @Nullable String text(Headers headers, String name) {
		Header header = headers.lastHeader(name);
		return (header != null && header.value() != null) ? new String(header.value(), StandardCharsets.UTF_8) : null;
	}

}
