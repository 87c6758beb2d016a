package io.bgvbridge.messaging.avro;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.kiota.ApiException;
import com.microsoft.kiota.ApiExceptionBuilder;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.bgvbridge.messaging.Outage;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.WorkReported;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AvroRecordsTests {

	private static final String TOPIC = Topics.WORK_REPORTED;

	private final WorkReported record = TestRecords.workReported(UUID.randomUUID(), 3);

	@Test
	void decodeWhatWasEncoded() {
		AvroRecords records = TestRecords.byHeart();

		assertThat(records.decode(TOPIC, records.encode(TOPIC, this.record))).isEqualTo(this.record);
	}

	@ParameterizedTest
	@MethodSource("outages")
	void areAnOutageWhenTheRegistryDoesNotAnswer(Throwable failure) {
		AvroRecords records = failing(failure);

		assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> records.encode(TOPIC, this.record))
			.isInstanceOf(Outage.class);
		assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> records.decode(TOPIC, new byte[9]));
	}

	static Stream<Throwable> outages() {
		return Stream.of(new ConnectException(), new SocketException("reset"), new HttpTimeoutException(""),
				new IOException("HTTP/1.1 header parser received no bytes"), new TimeoutException(),
				new InterruptedException(), answer(500), answer(503), answer(429), answer(408));
	}

	@Test
	@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void areAnOutageWhenTheRegistryTakesAQuestionAndNeverAnswers() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Map<String, Object> settings = new RegistryProperties(
					"http://127.0.0.1:" + silent.getLocalPort() + "/apis/registry/v3",
					RegistryProperties.Client.APICURIO)
				.settings();
			Serializer<Object> serializer = new AvroKafkaSerializer<>();
			Deserializer<Object> deserializer = new AvroKafkaDeserializer<>();
			serializer.configure(settings, false);
			deserializer.configure(settings, false);
			try (AvroRecords records = new AvroRecords(serializer, deserializer, Duration.ofMillis(500))) {
				assertThatExceptionOfType(RegistryUnavailable.class)
					.isThrownBy(() -> records.encode(TOPIC, this.record));
				assertThatExceptionOfType(RegistryUnavailable.class)
					.isThrownBy(() -> records.decode(TOPIC, new byte[9]));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("faults")
	void areNoOutageWhenTheRecordCannotBeRead(Throwable failure) {
		AvroRecords records = failing(failure);

		assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> records.decode(TOPIC, new byte[9]))
			.isNotInstanceOf(Outage.class);
	}

	static Stream<Throwable> faults() {
		return Stream.of(answer(404), answer(400), new EOFException(), new InvalidNumberEncodingException("damaged"),
				new AvroRuntimeException("Malformed data"), new SerializationException("Unknown magic byte!"),
				new ArrayIndexOutOfBoundsException());
	}

	@Test
	void passOnWhyARecordCannotBeEncoded() {
		IllegalStateException failure = new IllegalStateException(new NullPointerException("a field is missing"));

		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> new AvroRecords((topic, value) -> throwing(failure), (topic, value) -> value)
				.encode(TOPIC, this.record))
			.isSameAs(failure);
	}

	@Test
	void waitForASchemaThatIsNotRegisteredYet() {
		for (RuntimeException failure : List.of(new IllegalStateException(answer(404)),
				new RuntimeException(new RuntimeException("Could not resolve artifact reference by content: {}")))) {
			assertThatExceptionOfType(RegistryUnavailable.class)
				.isThrownBy(() -> new AvroRecords((topic, value) -> throwing(failure), (topic, value) -> value)
					.encode(TOPIC, this.record))
				.withCause(failure);
		}
	}

	@Test
	void doNotDecodeATombstone() {
		assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> TestRecords.byHeart().decode(TOPIC, null));
	}

	@Test
	void doNotDecodeARecordOfNoKnownClass() {
		AvroRecords generic = new AvroRecords((topic, value) -> new byte[0], (topic, value) -> "generic");

		assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> generic.decode(TOPIC, new byte[9]));
	}

	/** Whatever becomes of a record's bytes, it never holds its partition for ever. */
	@Test
	void takeNoDamageForAnOutage() {
		AvroRecords records = TestRecords.byHeart();
		byte[] good = records.encode(TOPIC, this.record);
		for (int at = 5; at < good.length; at++) {
			byte[] damaged = good.clone();
			Arrays.fill(damaged, at, good.length, (byte) 0xff);
			assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> records.decode(TOPIC, damaged));
			byte[] cut = Arrays.copyOf(good, at);
			assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> records.decode(TOPIC, cut));
		}
	}

	private static ApiException answer(int status) {
		return new ApiExceptionBuilder().withMessage("status " + status).withResponseStatusCode(status).build();
	}

	private static AvroRecords failing(Throwable failure) {
		RuntimeException wrapped = (failure instanceof IOException io) ? new UncheckedIOException(io)
				: new IllegalStateException(new RuntimeException(failure));
		return new AvroRecords((topic, value) -> throwing(wrapped), (topic, value) -> throwing(wrapped));
	}

	private static <T> T throwing(RuntimeException failure) {
		throw failure;
	}

}
