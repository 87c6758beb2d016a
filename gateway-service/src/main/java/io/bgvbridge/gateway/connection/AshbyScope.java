package io.bgvbridge.gateway.connection;

/**
 * A permission of an Ashby API key that connections need.
 */
enum AshbyScope {

	/** Reads candidates. */
	READ("candidatesRead", "Candidates: read"),
	/** Writes to candidates. */
	WRITE("candidatesWrite", "Candidates: write");

	private final String code;

	private final String label;

	AshbyScope(String code, String label) {
		this.code = code;
		this.label = label;
	}

	/** Its name in Ashby's API. */
	String code() {
		return this.code;
	}

	/** Its name on Ashby's pages. */
	String label() {
		return this.label;
	}

}
