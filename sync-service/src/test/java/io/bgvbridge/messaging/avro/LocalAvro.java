package io.bgvbridge.messaging.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import io.bgvbridge.schemas.Topics;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The codec without a registry: each topic has its one schema. Lives in the codec's
 * package because only that can make one.
 */
public final class LocalAvro {

	private LocalAvro() {
	}

	public static AvroRecords records() {
		return new AvroRecords((topic, value) -> encode((SpecificRecordBase) value), LocalAvro::decode);
	}

	private static byte[] encode(SpecificRecordBase value) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
		try {
			new SpecificDatumWriter<>(value.getSchema(), value.getSpecificData()).write(value, encoder);
			encoder.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static Object decode(String topic, byte[] value) {
		Schema schema = Topics.all()
			.stream()
			.filter((known) -> known.name().equals(topic))
			.findFirst()
			.orElseThrow()
			.schema();
		try {
			return new SpecificDatumReader<>(schema).read(null, DecoderFactory.get().binaryDecoder(value, null));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
