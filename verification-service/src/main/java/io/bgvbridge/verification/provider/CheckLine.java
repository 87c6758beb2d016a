package io.bgvbridge.verification.provider;

/**
 * How one check of an order stands, in the provider's words.
 *
 * @param type what is checked, as a short code such as {@code education}
 * @param label its name for people
 * @param status where it stands, for people
 */
public record CheckLine(String type, String label, String status) {

	/**
	 * Says no finding.
	 */
	@Override
	public String toString() {
		return "CheckLine[" + this.type + "]";
	}

}
