package io.bgvbridge.messaging.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

import io.bgvbridge.schemas.Topics;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * The wire format without a registry: the schema of a topic is the one in {@link Topics}.
 */
public final class AvroWithoutRegistry {

	private static final int HEADER = 5;

	private AvroWithoutRegistry() {
	}

	/**
	 * A codec for every topic.
	 * @return the codec
	 */
	public static AvroRecords records() {
		return new AvroRecords((topic, value) -> encode((SpecificRecord) value),
				(topic, bytes) -> decode(topic, bytes));
	}

	private static byte[] encode(SpecificRecord value) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			bytes.write(new byte[HEADER]);
			BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
			new SpecificDatumWriter<SpecificRecord>(value.getSchema()).write(value, encoder);
			encoder.flush();
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Object decode(String topic, byte[] bytes) {
		Schema schema = Topics.all()
			.stream()
			.filter((candidate) -> topic.equals(candidate.name()) || topic.startsWith(candidate.name() + "."))
			.findAny()
			.orElseThrow()
			.schema();
		try {
			ByteBuffer body = ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER);
			return new SpecificDatumReader<SpecificRecord>(schema).read(null,
					DecoderFactory.get().binaryDecoder(bytes, HEADER, body.remaining(), null));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
