package io.bgvbridge.gateway.assessment;

import java.util.UUID;
import java.util.regex.Pattern;

import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.OrderablePackage;
import org.jspecify.annotations.Nullable;

/**
 * Command: start a background check on a candidate.
 *
 * @param applicationId Ashby's id of the application
 * @param candidateId Ashby's id of the candidate, which may change when candidates are
 * merged
 * @param assessmentTypeId what is to be ordered
 * @param firstName the candidate's first name
 * @param lastName the candidate's last name; empty for people with one name
 * @param email the candidate's e-mail address; empty if it is still to be found
 */
public record StartVerification(String applicationId, String candidateId, UUID assessmentTypeId, String firstName,
		String lastName, String email) {

	private static final Pattern ID = Pattern.compile("[!-~]{1,200}");

	private static final Pattern EMAIL = Pattern
		.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]+\\.[^\\s@\\p{Cntrl}]+");

	private static final int MAX_EMAIL = 254;

	private static final int MAX_NAME = 200;

	/**
	 * Refuses what cannot be ordered.
	 * @throws NotStartable with what a recruiter can do about it
	 */
	public StartVerification {
		require(ID.matcher(applicationId).matches(),
				"Ashby sent no usable id of the application (application.ashby_id).");
		require(ID.matcher(candidateId).matches(), "Ashby sent no usable id of the candidate (candidate.ashby_id).");
		require(!firstName.isBlank(), "The candidate has no first name. Add it in Ashby and start again.");
		require(firstName.length() <= MAX_NAME && lastName.length() <= MAX_NAME,
				"The candidate's name is too long. Shorten it in Ashby and start again.");
		require(email.isEmpty() || isEmail(email),
				"The candidate's e-mail address is not valid. Correct it in Ashby and start again.");
	}

	/**
	 * Whether a text may be an e-mail address.
	 * @param text the text
	 * @return false for what no provider would take
	 */
	public static boolean isEmail(String text) {
		return text.length() <= MAX_EMAIL && EMAIL.matcher(text).matches();
	}

	private static void require(boolean holds, String sentence) {
		if (!holds) {
			throw new NotStartable(sentence);
		}
	}

	/**
	 * Names nobody.
	 */
	@Override
	public String toString() {
		return "StartVerification[applicationId=" + this.applicationId + ", assessmentTypeId=" + this.assessmentTypeId
				+ "]";
	}

	/**
	 * Where the check is ordered, and what was found out about it.
	 *
	 * @param connection the connection
	 * @param ordered what is ordered
	 * @param phone the candidate's phone as somebody typed it; null if it is not known
	 * @param origin who asks
	 */
	public record Order(Connection connection, OrderablePackage ordered, @Nullable String phone, Origin origin) {

		/**
		 * Names nobody.
		 */
		@Override
		public String toString() {
			return "Order[connectionId=" + this.connection.connectionId() + ", packageKey=" + this.ordered.packageKey()
					+ "]";
		}

	}

}
