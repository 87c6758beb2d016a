package io.bgvbridge.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;

/**
 * Every topic of BGV Bridge: its name, its one schema, how long it is kept and who reads
 * it. The deploy step and the sandbox create topics and register schemas from here, so
 * that none is ever created by a producer.
 */
@NullMarked
public final class Topics {

	/** A check was asked for; key assessmentId. */
	public static final String VERIFICATION_REQUESTED = "bgv.verification-requested.v1";

	/** A check is to be cancelled; key assessmentId. */
	public static final String VERIFICATION_CANCEL_REQUESTED = "bgv.verification-cancel-requested.v1";

	/** Something is to be done now; key assessmentId or connectionId. */
	public static final String OPERATION_REQUESTED = "bgv.operation-requested.v1";

	/** Ashby reported something; key applicationId or connectionId. */
	public static final String ASHBY_WEBHOOK_RECEIVED = "bgv.ashby-webhook-received.v1";

	/** A provider called back; key connectionId. */
	public static final String PROVIDER_CALLBACK_RECEIVED = "bgv.provider-callback-received.v1";

	/** The whole setting of a connection; key connectionId, compacted. */
	public static final String CONNECTION_CHANGED = "bgv.connection-changed.v1";

	/** What can be ordered over a connection; key connectionId, compacted. */
	public static final String PACKAGES_LISTED = "bgv.packages-listed.v1";

	/** What a service learned about a connection; key connectionId, compacted. */
	public static final String CONNECTION_OBSERVED = "bgv.connection-observed.v1";

	/** The state of a verification; key assessmentId. */
	public static final String VERIFICATION_UPDATED = "bgv.verification-updated.v1";

	/** Work that could not be finished in one go; key assessmentId. */
	public static final String WORK_REPORTED = "bgv.work-reported.v1";

	/** Ashby accepted an update; key assessmentId. */
	public static final String ASHBY_UPDATE_DELIVERED = "bgv.ashby-update-delivered.v1";

	/** The gateway's name in consumer groups and dead-letter topics. */
	public static final String GATEWAY = "gateway-service";

	/** The verification service's name in consumer groups and dead-letter topics. */
	public static final String VERIFICATION = "verification-service";

	/** The sync service's name in consumer groups and dead-letter topics. */
	public static final String SYNC = "sync-service";

	/** What a topic's name is followed by where dead letters come back to the gateway. */
	public static final String REDRIVE_TO_GATEWAY = "." + GATEWAY + ".redrive";

	/**
	 * What a topic's name is followed by where dead letters come back to the verification
	 * service.
	 */
	public static final String REDRIVE_TO_VERIFICATION = "." + VERIFICATION + ".redrive";

	/**
	 * What a topic's name is followed by where dead letters come back to the sync
	 * service.
	 */
	public static final String REDRIVE_TO_SYNC = "." + SYNC + ".redrive";

	/** Partitions of every topic; a dead-letter topic has as many as its source. */
	public static final int PARTITIONS = 6;

	private static final Duration WEEK = Duration.ofDays(7);

	private static final Duration MONTH = Duration.ofDays(30);

	private static final Duration YEAR = Duration.ofDays(365);

	private static final List<Topic> ALL = List.of(
			kept(VERIFICATION_REQUESTED, VerificationRequested.getClassSchema(), WEEK, VERIFICATION),
			kept(VERIFICATION_CANCEL_REQUESTED, VerificationCancelRequested.getClassSchema(), WEEK, VERIFICATION),
			kept(OPERATION_REQUESTED, OperationRequested.getClassSchema(), WEEK, VERIFICATION, SYNC),
			kept(ASHBY_WEBHOOK_RECEIVED, AshbyWebhookReceived.getClassSchema(), MONTH, VERIFICATION),
			kept(PROVIDER_CALLBACK_RECEIVED, ProviderCallbackReceived.getClassSchema(), WEEK, VERIFICATION),
			compacted(CONNECTION_CHANGED, ConnectionChanged.getClassSchema(), VERIFICATION, SYNC),
			compacted(PACKAGES_LISTED, PackagesListed.getClassSchema(), GATEWAY),
			compacted(CONNECTION_OBSERVED, ConnectionObserved.getClassSchema(), GATEWAY),
			kept(VERIFICATION_UPDATED, VerificationUpdated.getClassSchema(), YEAR, SYNC, GATEWAY),
			kept(WORK_REPORTED, WorkReported.getClassSchema(), WEEK, GATEWAY),
			kept(ASHBY_UPDATE_DELIVERED, AshbyUpdateDelivered.getClassSchema(), YEAR, GATEWAY));

	private Topics() {
	}

	/**
	 * Every topic that carries a schema.
	 * @return the topics, in the order of a check's way
	 */
	public static List<Topic> all() {
		return ALL;
	}

	/**
	 * Name of the topic that takes the records which a service could not.
	 * @param topic the source topic's name
	 * @param service the name of the service that could not take the record
	 * @return the dead-letter topic's name
	 */
	public static String deadLetters(String topic, String service) {
		return topic + "." + service + ".dlt";
	}

	/**
	 * Name of the topic by which a dead letter comes back to the service that could not
	 * take it, and to no other.
	 * @param topic the source topic's name
	 * @param service the name of the service
	 * @return the redrive topic's name
	 */
	public static String redrive(String topic, String service) {
		return topic + "." + service + ".redrive";
	}

	private static Topic kept(String name, Schema schema, Duration retention, String... readers) {
		return new Topic(name, schema,
				Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis())),
				List.of(readers));
	}

	private static Topic compacted(String name, Schema schema, String... readers) {
		return new Topic(name, schema, Map.of("cleanup.policy", "compact"), List.of(readers));
	}

	/**
	 * One topic.
	 *
	 * @param name its name in Kafka
	 * @param schema the schema of its values, registered as subject {@code <name>-value}
	 * @param settings its topic-level settings in Kafka
	 * @param readers the services that consume it
	 */
	public record Topic(String name, Schema schema, Map<String, String> settings, List<String> readers) {

		/**
		 * The subject that the topic's value schema is registered under.
		 * @return the subject's name
		 */
		public String subject() {
			return this.name + "-value";
		}

		/**
		 * Names of the dead-letter topics of this topic, one for each reader.
		 * @return the names
		 */
		public Stream<String> deadLetterTopics() {
			return this.readers.stream().map((service) -> deadLetters(this.name, service));
		}

		/**
		 * Names of the topics by which dead letters come back, one for each reader.
		 * @return the names
		 */
		public Stream<String> redriveTopics() {
			return this.readers.stream().map((service) -> redrive(this.name, service));
		}

	}

}
