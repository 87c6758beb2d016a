package io.bgvbridge.sandbox.stack;

/**
 * The product's services.
 */
public enum Service {

	/** The edge. */
	GATEWAY("gateway-service", "gateway", Port.GATEWAY, Port.GATEWAY_MANAGEMENT),

	/** The owner of every verification. */
	VERIFICATION("verification-service", "verification", Port.VERIFICATION, Port.VERIFICATION_MANAGEMENT),

	/** The writer to Ashby. */
	SYNC("sync-service", "sync", Port.SYNC, Port.SYNC_MANAGEMENT);

	private final String artifact;

	private final String database;

	private final Port http;

	private final Port management;

	Service(String artifact, String database, Port http, Port management) {
		this.artifact = artifact;
		this.database = database;
		this.http = http;
		this.management = management;
	}

	/**
	 * The name of the module and of the service in messages and logs.
	 * @return the name
	 */
	public String artifact() {
		return this.artifact;
	}

	String database() {
		return this.database;
	}

	Port http() {
		return this.http;
	}

	Port management() {
		return this.management;
	}

}
