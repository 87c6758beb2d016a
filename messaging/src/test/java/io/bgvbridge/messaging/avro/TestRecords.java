package io.bgvbridge.messaging.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.schemas.WorkReported;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * A codec that knows every topic's schema by heart, and records for it.
 */
public final class TestRecords {

	private static final int HEADER = 5;

	private TestRecords() {
	}

	public static AvroRecords byHeart() {
		return new AvroRecords((topic, value) -> encode((SpecificRecord) value), TestRecords::decode);
	}

	/** The same, as long as its registry is there. */
	public static AvroRecords byHeartWhile(BooleanSupplier there) {
		return new AvroRecords((topic, value) -> {
			if (!there.getAsBoolean()) {
				throw new IllegalStateException(new ConnectException());
			}
			return encode((SpecificRecord) value);
		}, TestRecords::decode);
	}

	/** A record that can be told from others by its attempt. */
	public static WorkReported workReported(UUID assessmentId, int attempt) {
		return WorkReported.newBuilder()
			.setEventId(UUID.randomUUID())
			.setOccurredAt(Instant.EPOCH)
			.setConnectionId(new UUID(0, 1))
			.setAssessmentId(assessmentId)
			.setService("verification-service")
			.setKind("order")
			.setAttempt(attempt)
			.setOutcome(WorkOutcome.WAITING)
			.setReason(WorkReason.UNAVAILABLE)
			.setNextTryAt(null)
			.build();
	}

	public static WorkReported workReported(byte[] value) {
		return (WorkReported) decode(Topics.WORK_REPORTED, value);
	}

	private static byte[] encode(SpecificRecord value) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(new byte[HEADER]);
		try {
			var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
			new SpecificDatumWriter<>(value.getSchema(), SpecificData.getForClass(value.getClass())).write(value,
					encoder);
			encoder.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static Object decode(String topic, byte[] value) {
		var schema = Topics.all().stream().filter((it) -> it.name().equals(topic)).findFirst().orElseThrow().schema();
		try {
			return new SpecificDatumReader<>(schema).read(null,
					DecoderFactory.get().binaryDecoder(value, HEADER, value.length - HEADER, null));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
