package io.bgvbridge.gateway.connection;

/**
 * Something about an account that only some providers know.
 */
enum AccountMember {

	/** Which of the customer's accounts with the provider is meant. */
	ACCOUNT_ID("accountId"),
	/** What the provider signs its callbacks with. */
	SIGNING_SECRET("signingSecret"),
	/** The part of the customer's organisation that orders. */
	NODE("node"),
	/** Where candidates are going to work. */
	WORK_LOCATION("workLocation");

	private final String member;

	AccountMember(String member) {
		this.member = member;
	}

	/** Its name. */
	String member() {
		return this.member;
	}

	/** Its path in requests. */
	String field() {
		return "provider." + this.member;
	}

}
