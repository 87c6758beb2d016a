package io.bgvbridge.gateway.failure;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

import io.bgvbridge.gateway.failure.DeadLetter.Place;
import io.bgvbridge.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes note of what any service could not take. A letter is never decoded: whatever is
 * in it, there is nothing here that it could break again.
 */
@Component
final class DeadLetterListener {

	private static final int LONGEST = 400;

	private static final Map<String, Origin> origins = Topics.all()
		.stream()
		.flatMap((topic) -> topic.readers().stream().map((service) -> new Origin(topic.name(), service)))
		.collect(Collectors.toUnmodifiableMap((origin) -> Topics.deadLetters(origin.source(), origin.service()),
				(origin) -> origin));

	private final DeadLetterStore store;

	DeadLetterListener(DeadLetterStore store) {
		this.store = store;
	}

	/** Every dead-letter topic. */
	public String[] topics() {
		return origins.keySet().stream().sorted().toArray(String[]::new);
	}

	@KafkaListener(topics = "#{__listener.topics()}")
	void on(ConsumerRecord<String, byte[]> letter) {
		Origin origin = origins.get(letter.topic());
		if (origin != null) {
			this.store.keep(letter(letter, origin));
		}
	}

	private static DeadLetter letter(ConsumerRecord<String, byte[]> letter, Origin origin) {
		Place place = new Place(letter.topic(), letter.partition(), letter.offset());
		Instant at = Instant.ofEpochMilli(Math.max(0, letter.timestamp()));
		return new DeadLetter(place.letterId(at), place, origin.source(), origin.service(), plain(letter.key()),
				DeadLetterHeaders.failure(letter.headers()), at, DeadLetterHeaders.redriveOf(letter.headers()));
	}

	/** What can be kept, whatever somebody has sent as a key. */
	private static @Nullable String plain(@Nullable String key) {
		String kept = (key != null) ? key.replace("\0", "") : null;
		return (kept != null && kept.length() > LONGEST) ? kept.substring(0, LONGEST) : kept;
	}

	/**
	 * Where a dead letter comes from.
	 *
	 * @param source the topic that it was read from
	 * @param service the service that could not take it
	 */
	private record Origin(String source, String service) {
	}

}
