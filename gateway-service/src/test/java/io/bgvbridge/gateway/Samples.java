package io.bgvbridge.gateway;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.connection.PackageReports;
import io.bgvbridge.messaging.avro.AvroRecords;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/**
 * Connections, bodies and records for tests.
 */
@Lazy
@TestComponent
public class Samples {

	private final Caller caller;

	private final PackageReports packages;

	private final MockProducer<String, byte[]> published;

	private final AvroRecords records;

	Samples(@Value("${local.server.port}") int port, PackageReports packages, MockProducer<String, byte[]> published,
			AvroRecords records) {
		this.caller = new Caller(port);
		this.packages = packages;
		this.published = published;
		this.records = records;
	}

	/** Somebody without credentials. */
	public Caller stranger() {
		return this.caller;
	}

	/** A new connection to an Ashby, with one package. */
	public Joined connect(VendorStub ashby) {
		JsonNode answer = this.caller.operator().post("/api/connections", """
				{"name": "Acme", "ashby": {"apiKey": "ashby-key", "baseUrl": "%s"},
				 "provider": {"kind": "springverify", "apiToken": "sv-token"}}""".formatted(ashby.url())).json();
		UUID connectionId = UUID.fromString(answer.path("connectionId").asString());
		this.packages.listed(connectionId, Instant.now(), "12:34");
		String token = answer.path("externalApiToken").asString();
		return new Joined(connectionId, token, answer.path("callbackSecret").asString(), this.caller.basic(token, ""),
				this.packages.typeId(connectionId, "12:34"));
	}

	/** Ashby's body of a start. */
	public static String start(UUID typeId, String applicationId) {
		return """
				{"assessment_type_id": "%s",
				 "candidate": {"ashby_id": "c-1", "first_name": "Asha", "last_name": "Rao",
				  "email": "asha.rao@example.com", "ashby_profile_url": "https://app.ashbyhq.com/candidates/c-1"},
				 "application": {"ashby_id": "%s", "status": "IN_REVIEW"},
				 "job": {"ashby_id": "j-1", "name": "Designer", "ashby_job_url": "https://app.ashbyhq.com/jobs/j-1"},
				 "something": {"new": true}}""".formatted(typeId, applicationId);
	}

	/** What was published with a key, oldest first. */
	@SafeVarargs
	public final <T extends SpecificRecord> List<T> published(UUID key, T... none) {
		@SuppressWarnings("unchecked")
		Class<T> type = (Class<T>) none.getClass().getComponentType();
		return this.published.history()
			.stream()
			.filter((record) -> record.key().equals(key.toString()))
			.map((record) -> this.records.decode(record.topic(), record.value()))
			.filter(type::isInstance)
			.map(type::cast)
			.toList();
	}

	/** Bytes of a field. */
	public static byte[] bytes(java.nio.ByteBuffer buffer) {
		return Arrays.copyOfRange(buffer.array(), buffer.arrayOffset() + buffer.position(),
				buffer.arrayOffset() + buffer.limit());
	}

	/**
	 * A connection and what it takes to call in its name.
	 *
	 * @param connectionId the connection
	 * @param token what Ashby shows
	 * @param callbackSecret what the provider shows
	 * @param ashby Ashby, calling
	 * @param typeId the one assessment type
	 */
	public record Joined(UUID connectionId, String token, String callbackSecret, Caller ashby, UUID typeId) {

	}

}
