package io.bgvbridge.ashby;

/**
 * One datum of an assessment, as Ashby shows it to a recruiter.
 *
 * @param identifier key of the datum among all data of this partner; one meaning and one
 * type for ever
 * @param label its name on the screen
 * @param type how it is shown
 * @param value the datum
 */
public record DataValue(String identifier, String label, Type type, String value) {

	/**
	 * A datum in words.
	 * @param identifier key of the datum
	 * @param label its name on the screen
	 * @param value the words
	 * @return the datum
	 */
	public static DataValue text(String identifier, String label, String value) {
		return new DataValue(identifier, label, Type.STRING, value);
	}

	/**
	 * A link.
	 * @param identifier key of the datum
	 * @param label its name on the screen
	 * @param value the address
	 * @return the datum
	 */
	public static DataValue link(String identifier, String label, String value) {
		return new DataValue(identifier, label, Type.URL, value);
	}

	/**
	 * The types that we use of those that Ashby knows.
	 */
	public enum Type {

		/** Words. */
		STRING("string"),
		/** An address that can be opened. */
		URL("url");

		private final String wire;

		Type(String wire) {
			this.wire = wire;
		}

		String wire() {
			return this.wire;
		}

	}

}
