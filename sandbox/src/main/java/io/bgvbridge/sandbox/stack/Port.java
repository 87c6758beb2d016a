package io.bgvbridge.sandbox.stack;

/**
 * The ports that the stack, the services and the simulators listen on.
 */
public enum Port {

	/** The gateway's HTTP port. */
	GATEWAY(8080, "gateway-service"),

	/** The gateway's management port. */
	GATEWAY_MANAGEMENT(8180, "gateway-service's management"),

	/** The verification service's HTTP port. */
	VERIFICATION(8082, "verification-service"),

	/** The verification service's management port. */
	VERIFICATION_MANAGEMENT(8182, "verification-service's management"),

	/** The sync service's HTTP port. */
	SYNC(8083, "sync-service"),

	/** The sync service's management port. */
	SYNC_MANAGEMENT(8183, "sync-service's management"),

	/** The simulators. */
	SANDBOX(8090, "the sandbox's simulators"),

	/** Kafka's clients. */
	KAFKA(9092, "Kafka"),

	/** Kafka's controller, used by the broker alone. */
	KAFKA_CONTROLLER(9093, "Kafka's controller"),

	/** The schema registry's API and pages. */
	REGISTRY(8081, "the schema registry"),

	/** The schema registry's health. */
	REGISTRY_MANAGEMENT(8181, "the schema registry's management"),

	/** PostgreSQL. */
	POSTGRES(5433, "PostgreSQL");

	private final int standard;

	private final String user;

	Port(int standard, String user) {
		this.standard = standard;
		this.user = user;
	}

	int standard() {
		return this.standard;
	}

	String user() {
		return this.user;
	}

}
