package io.bgvbridge.verification.checkr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.bgvbridge.verification.provider.CheckLine;
import io.bgvbridge.verification.provider.Fields;
import tools.jackson.databind.JsonNode;

/**
 * What a report says, without what was found.
 */
final class ReportReading {

	private ReportReading() {
	}

	/**
	 * The code of a report in the status table. Where the organisation has its results
	 * assessed, that goes before the result.
	 */
	static String code(JsonNode report) {
		String status = Fields.text(report, "status");
		if (!status.equals("complete")) {
			return "report:" + status;
		}
		String outcome = Fields.find(report, "assessment")
			.or(() -> Fields.find(report, "result"))
			.orElseGet(() -> isPartlyCanceled(report) ? "none+canceled" : "none");
		return "report:complete/" + outcome;
	}

	private static boolean isPartlyCanceled(JsonNode report) {
		return report.path("includes_canceled").asBoolean(false);
	}

	static List<CheckLine> lines(JsonNode report) {
		List<CheckLine> lines = new ArrayList<>();
		Fields.find(report, "adjudication").map(ReportReading::adjudication).ifPresent(lines::add);
		if (isPartlyCanceled(report)) {
			lines.add(new CheckLine("canceled-screenings", "Cancelled screenings", "Some screenings were cancelled"));
		}
		report.path("screenings").valueStream().flatMap((each) -> screening(each).stream()).forEach(lines::add);
		return lines;
	}

	private static CheckLine adjudication(String word) {
		return new CheckLine("adjudication", "Adjudication", switch (word) {
			case "pre_adverse_action" -> "Pre-adverse action";
			case "post_adverse_action" -> "Post-adverse action";
			default -> words(word);
		});
	}

	private static Optional<CheckLine> screening(JsonNode screening) {
		return Fields.find(screening, "type")
			.flatMap((type) -> Fields.find(screening, "status")
				.map((status) -> new CheckLine(type, words(type), words(status))));
	}

	/** A code such as {@code county_criminal_search}, for people. */
	static String words(String code) {
		String words = code.replace('_', ' ').strip();
		return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

}
