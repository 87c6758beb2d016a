package io.bgvbridge.sync;

/**
 * How one of a verification's checks stands, in the provider's words.
 *
 * @param type the provider's code of the check
 * @param label its name
 * @param status how it stands
 */
record CheckLine(String type, String label, String status) {

	/**
	 * Leaves the words out.
	 */
	@Override
	public String toString() {
		return "CheckLine[type=" + this.type + "]";
	}

}
