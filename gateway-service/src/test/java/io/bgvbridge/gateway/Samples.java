package io.bgvbridge.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.bgvbridge.gateway.connection.PackageReports;
import io.bgvbridge.messaging.avro.AvroRecords;
import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.OperationRequested;
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

	/** The secret of Ashby's own sample. */
	public static final String WEBHOOK_SECRET = "8b943c474f5d1e1712f13e1a870b485c9b6b2b57";

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
		return connect(ashby, "null");
	}

	/** A new connection with a webhook secret and a rule, whose package is 12:34. */
	public Joined connect(VendorStub ashby, String rule) {
		JsonNode answer = this.caller.operator()
			.post("/api/connections",
					"""
							{"name": "Acme", "ashby": {"apiKey": "ashby-key", "baseUrl": "%s", "webhookSecret": "%s"},
							 "provider": {"kind": "springverify", "apiToken": "sv-token"}, "autoStart": %s}"""
						.formatted(ashby.url(), WEBHOOK_SECRET, rule))
			.json();
		return joined(answer);
	}

	/** A new connection to a provider's account, whose package is 12:34. */
	public Joined connectTo(VendorStub ashby, String account) {
		Caller.Answer answer = this.caller.operator().post("/api/connections", """
				{"name": "Acme", "ashby": {"apiKey": "ashby-key", "baseUrl": "%s", "webhookSecret": "%s"},
				 "provider": %s}""".formatted(ashby.url(), WEBHOOK_SECRET, account));
		return joined(answer.json());
	}

	private Joined joined(JsonNode answer) {
		UUID connectionId = UUID.fromString(answer.path("connectionId").asString());
		this.packages.listed(connectionId, Instant.now(), "12:34");
		String token = answer.path("externalApiToken").asString();
		return new Joined(connectionId, token, answer.path("callbackSecret").asString(""), this.caller.basic(token, ""),
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

	/** Ashby's body of something, from its contract. */
	public static String file(String name) {
		try (InputStream file = Objects.requireNonNull(Samples.class.getResourceAsStream("/ashby/" + name))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ashby's body of a stage change that a rule for "Pre-Screen" matches. */
	public static String stageChange(String applicationId) {
		return file("candidateStageChange.json").replace("app-9999-8888-7777-6666", applicationId)
			.replace("wh-aaaa-bbbb-cccc-dddd", UUID.randomUUID().toString());
	}

	/** Ashby, telling something. */
	public Caller.Answer webhook(Joined joined, String body) {
		byte[] raw = body.getBytes(StandardCharsets.UTF_8);
		return this.caller.postSigned("/ashby/webhooks/" + joined.connectionId(), raw, signature(WEBHOOK_SECRET, raw));
	}

	public static String signature(String secret, byte[] body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What was published with a key, oldest first. */
	@SafeVarargs
	public final <T extends SpecificRecord> List<T> published(UUID key, T... none) {
		return published(key.toString(), none);
	}

	/** What was published with a key, oldest first. */
	@SafeVarargs
	public final <T extends SpecificRecord> List<T> published(String key, T... none) {
		@SuppressWarnings("unchecked")
		Class<T> type = (Class<T>) none.getClass().getComponentType();
		return this.published.history()
			.stream()
			.filter((record) -> record.key().equals(key))
			.map((record) -> this.records.decode(record.topic(), record.value()))
			.filter(type::isInstance)
			.map(type::cast)
			.toList();
	}

	/** Requests for a connection's packages, oldest first. */
	public List<OperationRequested> refreshes(UUID connectionId) {
		return this.<OperationRequested>published(connectionId)
			.stream()
			.filter((requested) -> requested.getOperation() == Operation.REFRESH_PACKAGES)
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
