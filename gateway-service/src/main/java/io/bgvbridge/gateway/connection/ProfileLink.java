package io.bgvbridge.gateway.connection;

/**
 * Where Ashby's link to a check's report leads.
 */
public enum ProfileLink {

	/** To this service, behind its login. */
	REPORT,
	/** To the provider's own page of the check. */
	PROVIDER

}
