package io.bgvbridge.messaging.avro;

import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import io.bgvbridge.schemas.Topics;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KnownSchemasTests {

	private static final Map<String, Schema> ALL = Topics.all()
		.stream()
		.collect(Collectors.toMap(Topics.Topic::name, Topics.Topic::schema));

	private final List<String> asked = new ArrayList<>();

	@Test
	void askWithARecordOfEveryTopic() {
		Serializer<Object> byHeart = (topic, value) -> {
			assertThat(((SpecificRecord) value).getSchema()).isEqualTo(ALL.get(topic));
			this.asked.add(topic);
			return TestRecords.byHeart().encode(topic, (SpecificRecord) value);
		};

		assertThat(known(byHeart).complete()).isTrue();
		assertThat(this.asked).containsExactlyInAnyOrderElementsOf(ALL.keySet());
	}

	@Test
	void areAskedForOnce() {
		KnownSchemas known = known((topic, value) -> {
			this.asked.add(topic);
			return new byte[0];
		});

		known.complete();
		known.complete();

		assertThat(this.asked).doesNotHaveDuplicates().hasSameSizeAs(ALL.keySet());
	}

	@Test
	void areIncompleteWhileTheRegistryIsAway() {
		AtomicBoolean away = new AtomicBoolean(true);
		KnownSchemas known = known((topic, value) -> {
			if (away.get()) {
				throw new IllegalStateException(new ConnectException());
			}
			return new byte[0];
		});
		assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(known::complete);

		away.set(false);

		assertThat(known.complete()).isTrue();
	}

	private static KnownSchemas known(Serializer<Object> serializer) {
		return new KnownSchemas(new AvroRecords(serializer, (topic, value) -> value), ALL);
	}

}
