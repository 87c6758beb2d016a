package io.bgvbridge.sync;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.bgvbridge.ashby.DataValue;

/**
 * What a recruiter reads beside the status. Identifiers keep one meaning and one type for
 * ever; {@code docs/ashby-fields.md} lists them.
 */
final class Metadata {

	/** Checks that are shown; Ashby documents no limit. */
	static final int MOST_CHECKS = 50;

	private static final int LONGEST_TYPE = 40;

	private Metadata() {
	}

	static List<DataValue> of(Standing standing) {
		List<DataValue> metadata = new ArrayList<>();
		metadata.add(DataValue.text("bgv-provider", "Provider", Wording.cut(Wording.provider(standing.provider()))));
		if (standing.reference() != null) {
			metadata.add(DataValue.text("bgv-provider-ref", "Provider reference", Wording.cut(standing.reference())));
		}
		if (standing.expectedAt() != null && !standing.ended()) {
			metadata.add(DataValue.text("bgv-eta", "Expected by",
					standing.expectedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString()));
		}
		metadata.addAll(checks(standing.details().checks()));
		return metadata;
	}

	private static List<DataValue> checks(List<CheckLine> checks) {
		List<DataValue> lines = new ArrayList<>();
		Set<String> taken = new HashSet<>();
		for (CheckLine check : checks) {
			String type = slug(check.type());
			String status = Wording.cut(check.status());
			if (!type.isEmpty() && !status.isEmpty() && lines.size() < MOST_CHECKS) {
				String label = Wording.label(check.label());
				lines.add(DataValue.text(identifier(type, taken), label.isEmpty() ? type : label, status));
			}
		}
		return lines;
	}

	/** The second employment is "bgv-check-employment-2", in the provider's order. */
	private static String identifier(String type, Set<String> taken) {
		String identifier = "bgv-check-" + type;
		for (int number = 2; !taken.add(identifier); number++) {
			identifier = "bgv-check-" + type + "-" + number;
		}
		return identifier;
	}

	private static String slug(String type) {
		String clean = type.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		return (clean.length() <= LONGEST_TYPE) ? clean : clean.substring(0, LONGEST_TYPE).replaceAll("-$", "");
	}

}
