package io.bgvbridge.sync;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a recruiter reads in Ashby.
 */
final class Wording {

	/** Code points of a value that are shown; Ashby documents no limit. */
	static final int LONGEST_VALUE = 300;

	/** Code points of a label that are shown; Ashby documents no limit. */
	static final int LONGEST_LABEL = 60;

	private Wording() {
	}

	/** The status of a state that has one. */
	static String status(Standing standing) {
		return switch (standing.state()) {
			// Not "Started": that would move the time of the start.
			case REQUESTED -> "Requested";
			case INVITED -> "Invited";
			case AWAITING_CANDIDATE -> "Awaiting candidate";
			case IN_PROGRESS -> "In progress";
			case ACTION_NEEDED -> "Action needed: information missing";
			case ON_HOLD -> "On hold";
			case BLOCKED -> blocked(standing.reason());
			case REVIEW -> "Discrepancy under review";
			case COMPLETED_CLEAR, COMPLETED_REVIEW, COMPLETED_EXCEPTION -> "Completed";
			case DISPUTED -> "Disputed – result under re-check";
			case UNKNOWN, CANCELLED, EXPIRED, CLOSED, FAILED_TO_START ->
				throw new IllegalArgumentException(standing.state() + " is told without a status");
		};
	}

	/** What a completed verification came to; "Clear" only if the provider said so. */
	static String result(Standing standing) {
		return switch (standing.conclusion()) {
			case CLEAR -> "Clear";
			case COMPLETED, NONE -> "Completed";
			case NEEDS_REVIEW -> "Needs review";
			case COMPLETED_WITH_EXCEPTION -> "Completed with exception";
			case CONSIDER -> "Consider – review";
			// The provider does not say whether the check or the person did.
			case FAILED_SEE_REPORT -> "Failed – see report";
		};
	}

	/** Why there will be no result, and what to mend, with the vendor's own words. */
	static String cancellation(Standing standing) {
		String words = cut(standing.details().words());
		String sentence = sentence(standing);
		return words.isEmpty() ? sentence : cut(sentence + " The provider says: " + words);
	}

	/** What the check is called. */
	static String packageName(Standing standing) {
		String name = cut(standing.details().packageName());
		return name.isEmpty() ? "Background check" : name;
	}

	/** One line of at most {@value #LONGEST_VALUE} code points. */
	static String cut(@Nullable String text) {
		return cut(text, LONGEST_VALUE);
	}

	/** One line of at most {@value #LONGEST_LABEL} code points. */
	static String label(String text) {
		return cut(text, LONGEST_LABEL);
	}

	/** The provider's name as it writes it. */
	static String provider(String code) {
		return switch (code) {
			case "springverify" -> "SpringVerify";
			case "stackone" -> "StackOne";
			case "checkr" -> "Checkr";
			default ->
				code.isEmpty() ? "BGV provider" : code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
		};
	}

	private static String blocked(Reason reason) {
		return switch (reason) {
			case NO_CREDITS -> "Blocked: no credits";
			case CONSENT_MISSING -> "Blocked: consent missing";
			case NONE, MISSING_PHONE, INVALID_CANDIDATE, DUPLICATE_CANDIDATE, PACKAGE_UNAVAILABLE, REJECTED_BY_PROVIDER,
					CLOSED_BY_PROVIDER, CANCELLED_BY_PROVIDER, CANCELLED_IN_ASHBY, CANCELLED_BY_OPERATOR,
					CANDIDATE_ERASED ->
				"Blocked";
		};
	}

	private static String sentence(Standing standing) {
		return switch (standing.reason()) {
			case MISSING_PHONE -> "The candidate has no phone number. Add one in Ashby and start the check again.";
			case INVALID_CANDIDATE -> "The provider cannot use the candidate's details. "
					+ "Correct name, e-mail and phone in Ashby and start the check again.";
			case DUPLICATE_CANDIDATE -> "The provider already has this candidate. "
					+ "Look for the earlier check there before you start another.";
			case PACKAGE_UNAVAILABLE -> "The provider no longer offers this package. Start the check with another one.";
			case NO_CREDITS -> "The provider account has no credits. Top it up and start the check again.";
			case CONSENT_MISSING -> "The candidate did not consent. Ask the candidate and start the check again.";
			case REJECTED_BY_PROVIDER -> "The provider refused the check. Ask its support, then start the check again.";
			case CLOSED_BY_PROVIDER -> "Closed by BGV provider.";
			case CANCELLED_BY_PROVIDER -> "Cancelled by BGV provider.";
			case CANCELLED_IN_ASHBY -> "Cancelled in Ashby.";
			case CANCELLED_BY_OPERATOR -> "Cancelled by an operator of the background-check service.";
			case CANDIDATE_ERASED -> "Cancelled.";
			case NONE -> sentence(standing.state());
		};
	}

	private static String sentence(State state) {
		return switch (state) {
			case CANCELLED -> "Cancelled.";
			case EXPIRED -> "Invitation expired.";
			case CLOSED -> "Closed by BGV provider.";
			case FAILED_TO_START -> "The check could not be started. Start it again.";
			case UNKNOWN, REQUESTED, INVITED, AWAITING_CANDIDATE, IN_PROGRESS, ACTION_NEEDED, ON_HOLD, BLOCKED, REVIEW,
					COMPLETED_CLEAR, COMPLETED_REVIEW, COMPLETED_EXCEPTION, DISPUTED ->
				throw new IllegalArgumentException(state + " does not cancel");
		};
	}

	private static String cut(@Nullable String text, int most) {
		String clean = (text == null) ? "" : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
		return (clean.codePointCount(0, clean.length()) <= most) ? clean
				: clean.substring(0, clean.offsetByCodePoints(0, most - 1)) + "…";
	}

}
