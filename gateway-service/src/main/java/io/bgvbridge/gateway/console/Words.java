package io.bgvbridge.gateway.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import io.bgvbridge.gateway.assessment.Candidate;
import io.bgvbridge.gateway.connection.Provider;
import io.bgvbridge.gateway.failure.Failure;
import io.bgvbridge.gateway.verification.Figures;
import io.bgvbridge.gateway.verification.VerificationView;
import io.bgvbridge.schemas.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Codes and times in words, for the pages.
 */
@Component("words")
final class Words {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	/** In UTC; empty for never. */
	public String at(@Nullable Instant at) {
		return (at != null) ? TIME.format(at) : "";
	}

	/** In the largest unit that says enough. */
	public String ago(Instant at) {
		return span(Duration.between(at, Instant.now()));
	}

	/** In the largest unit that says enough. */
	public String span(Duration span) {
		long seconds = Math.max(0, span.toSeconds());
		if (seconds < 120) {
			return seconds + " s";
		}
		if (seconds < 7200) {
			return seconds / 60 + " min";
		}
		return (seconds < 172800) ? seconds / 3600 + " h" : seconds / 86400 + " days";
	}

	/** A code such as IN_PROGRESS. */
	public String code(@Nullable String code) {
		String plain = (code != null) ? code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ') : "";
		return plain.isEmpty() ? "" : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
	}

	/** The provider's name. */
	public String provider(String code) {
		return Provider.of(code).map(Provider::label).orElse(code);
	}

	/** Why a check waits, and until when; empty if it does not. */
	public String wait(VerificationView check) {
		VerificationView.@Nullable Wait waiting = check.waiting();
		if (waiting == null) {
			return "";
		}
		String who = waiting.service().equals(Topics.SYNC) ? "Ashby" : provider(check.provider());
		return who + " " + reason(waiting.reason()) + ", " + next(waiting) + ".";
	}

	/** Why something waits that has been waiting for long. */
	public String wait(Figures.Oldest oldest) {
		return (oldest.service().equals(Topics.SYNC) ? "Ashby " : "The provider ") + reason(oldest.reason());
	}

	/** Who is checked. */
	public String name(@Nullable Candidate candidate) {
		if (candidate == null) {
			return "unavailable";
		}
		return switch (candidate.standing()) {
			case KNOWN -> candidate.name();
			case ERASED -> "erased";
			case UNAVAILABLE -> "unavailable";
		};
	}

	/** Why something waits for somebody. */
	public String why(Failure failure) {
		Failure.@Nullable Letter letter = failure.letter();
		if (letter != null) {
			return "The " + failure.service() + " could not take a record of " + letter.source() + " ("
					+ failure.reason() + ")" + ((letter.againOf() != null) ? ", again after a redrive" : "");
		}
		if (failure.what().equals("connection") || failure.service() == null) {
			return code(failure.reason()) + " (" + code(failure.outcome()) + ")";
		}
		String who = failure.service().equals(Topics.SYNC) ? "Ashby"
				: (failure.provider() != null) ? provider(failure.provider()) : "The provider";
		return who + " " + reason(failure.reason()) + " (" + code(failure.kind()) + ")";
	}

	private static String reason(String reason) {
		return switch (reason) {
			case "THROTTLED" -> "says 429";
			case "UNAVAILABLE" -> "does not answer";
			case "UNAUTHORIZED" -> "refuses the credentials";
			case "REJECTED" -> "refuses the request";
			case "UNINTELLIGIBLE" -> "answers what is not understood";
			case "OUTCOME_UNKNOWN" -> "may or may not have taken the request";
			case "UNKNOWN_STATUS" -> "reports a status that is not known here";
			case "NO_EVENT" -> "has not called back for long";
			case "NOT_OFFERED" -> "does not offer that over its API";
			case "CANCEL_BY_HAND" -> "takes no cancel over its API";
			case "RESULT_AFTER_CANCEL" -> "completed a check that was cancelled";
			case "CIRCUIT_OPEN" -> "is left alone for a while";
			case "INTERNAL" -> "could not be asked: something failed here";
			case "EARLIER_ATTEMPT" -> "may still be busy with an earlier attempt";
			default -> reason.toLowerCase(Locale.ROOT).replace('_', ' ');
		};
	}

	private String next(VerificationView.Wait waiting) {
		return switch (waiting.outcome()) {
			case "PARKED" -> "somebody must look at it";
			case "GIVEN_UP" -> "nothing more is tried";
			case "STOPPED" -> "it goes on with newer credentials";
			default -> Optional.ofNullable(waiting.nextTryAt())
				.map((at) -> at.isAfter(Instant.now()) ? "next try in " + span(Duration.between(Instant.now(), at))
						: "the next try is due")
				.orElse("tried again soon");
		};
	}

}
