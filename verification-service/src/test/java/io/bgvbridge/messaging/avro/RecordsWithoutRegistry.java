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
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * The codec with real Avro bytes, where a schema's id is its topic's place in the list of
 * topics, so that no registry is needed.
 */
public final class RecordsWithoutRegistry {

	private static final int HEADER = 5;

	private RecordsWithoutRegistry() {
	}

	public static AvroRecords create() {
		return new AvroRecords(RecordsWithoutRegistry::serialize, RecordsWithoutRegistry::deserialize);
	}

	private static byte[] serialize(String topic, Object value) {
		SpecificRecord written = (SpecificRecord) value;
		try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			out.write(0);
			out.write(ByteBuffer.allocate(4).putInt(id(topic)).array());
			BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
			new SpecificDatumWriter<SpecificRecord>(schema(id(topic)), SpecificData.getForClass(written.getClass()))
				.write(written, encoder);
			encoder.flush();
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Object deserialize(String topic, byte[] bytes) {
		Schema schema = schema(ByteBuffer.wrap(bytes).getInt(1));
		try {
			return new SpecificDatumReader<SpecificRecord>(schema, schema, SpecificData.getForSchema(schema)).read(null,
					DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int id(String topic) {
		return Topics.all().stream().map(Topics.Topic::name).toList().indexOf(topic);
	}

	private static Schema schema(int id) {
		return Topics.all().get(id).schema();
	}

}
