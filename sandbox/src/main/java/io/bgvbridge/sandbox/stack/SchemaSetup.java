package io.bgvbridge.sandbox.stack;

import java.net.URI;
import java.util.Map;

import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.Topics.Topic;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registers the schema of every topic over the registry's Confluent-compatible API, which
 * any such registry has. Can be done again and again.
 *
 * <p>
 * Compatibility is full and transitive: topics are kept for up to a year, so a new reader
 * meets every older record, and the services are rolled out one by one, so an old reader
 * meets newer records.
 */
public final class SchemaSetup {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final String base;

	/**
	 * A set-up of one registry.
	 * @param confluentApi the base address of its Confluent-compatible API
	 */
	public SchemaSetup(URI confluentApi) {
		this.base = confluentApi.toString();
	}

	/**
	 * Registers every schema and sets what a later version must be compatible with.
	 * @throws StackFailure if the registry refuses a schema or is not there
	 */
	public void apply() {
		Topics.all().forEach(this::register);
	}

	private void register(Topic topic) {
		Http.send("POST", URI.create(this.base + "/subjects/" + topic.subject() + "/versions"),
				JSON.writeValueAsString(Map.of("schemaType", "AVRO", "schema", topic.schema().toString())));
		Http.send("PUT", URI.create(this.base + "/config/" + topic.subject()),
				JSON.writeValueAsString(Map.of("compatibility", "FULL_TRANSITIVE")));
	}

}
