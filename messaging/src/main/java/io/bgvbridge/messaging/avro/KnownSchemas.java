package io.bgvbridge.messaging.avro;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Asks the registry, once and ahead of need, for the id of every schema that a service
 * writes, so that no transaction ever waits for the registry.
 */
public final class KnownSchemas {

	private final AvroRecords records;

	private final Map<String, Schema> missing;

	/**
	 * Knows none of the schemas yet.
	 * @param records the codec whose knowledge is completed
	 * @param written the schemas that the service writes, by topic
	 */
	public KnownSchemas(AvroRecords records, Map<String, Schema> written) {
		this.records = records;
		this.missing = new ConcurrentHashMap<>(written);
	}

	/**
	 * Asks for the ids that are still missing.
	 * @return whether every id is known now
	 * @throws RegistryUnavailable if the registry does not answer
	 */
	public boolean complete() {
		this.missing.forEach((topic, schema) -> {
			this.records.encode(topic, sample(schema));
			this.missing.remove(topic);
		});
		return this.missing.isEmpty();
	}

	private static SpecificRecord sample(Schema schema) {
		SpecificRecord result = (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
		schema.getFields().forEach((field) -> result.put(field.pos(), value(field.schema())));
		return result;
	}

	private static @Nullable Object value(Schema schema) {
		if (schema.getLogicalType() == LogicalTypes.uuid()) {
			return new UUID(0, 0);
		}
		return switch (schema.getType()) {
			case STRING -> "";
			case BYTES -> java.nio.ByteBuffer.allocate(0);
			case INT -> 0;
			case LONG -> (schema.getLogicalType() != null) ? Instant.EPOCH : Long.valueOf(0);
			case BOOLEAN -> false;
			case ARRAY -> List.of();
			case ENUM -> SpecificData.get().createEnum(schema.getEnumSymbols().getFirst(), schema);
			case UNION -> null;
			case RECORD -> sample(schema);
			case MAP, FIXED, FLOAT, DOUBLE, NULL ->
				throw new IllegalArgumentException("No topic uses Avro type " + schema.getType());
		};
	}

}
