package io.bgvbridge.sync;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

import io.bgvbridge.ashby.DataValue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetadataTests {

	private static final Instant EXPECTED = Instant.parse("2026-11-05T23:30:00Z");

	@Test
	void tellsWhenTheProviderExpectsToBeDone() {
		assertThat(Metadata.of(standing(State.IN_PROGRESS, EXPECTED, List.of(), false)))
			.contains(DataValue.text("bgv-eta", "Expected by", "2026-11-05"));
	}

	@Test
	void expectsNothingOfWhatHasEnded() {
		assertThat(Metadata.of(standing(State.COMPLETED_CLEAR, EXPECTED, List.of(), true)))
			.extracting(DataValue::identifier)
			.containsExactly("bgv-provider", "bgv-provider-ref");
	}

	@Test
	void tellsEachCheckInItsOwnLine() {
		assertThat(checks(new CheckLine("education", "Education", "Verified"),
				new CheckLine("Court & Record", "Court record", "In progress")))
			.containsExactly(DataValue.text("bgv-check-education", "Education", "Verified"),
					DataValue.text("bgv-check-court-record", "Court record", "In progress"));
	}

	@Test
	void numbersChecksOfOneTypeInTheProvidersOrder() {
		assertThat(checks(new CheckLine("employment", "First", "Verified"),
				new CheckLine("employment-2", "Odd", "Verified"), new CheckLine("Employment", "Second", "Pending")))
			.extracting(DataValue::identifier)
			.containsExactly("bgv-check-employment", "bgv-check-employment-2", "bgv-check-employment-3");
	}

	@Test
	void leavesOutWhatHasNoTypeOrNothingToSay() {
		assertThat(checks(new CheckLine("!!", "Label", "Verified"), new CheckLine("identity", "Identity", " ")))
			.isEmpty();
		assertThat(checks(new CheckLine("identity", " ", "Verified")))
			.containsExactly(DataValue.text("bgv-check-identity", "identity", "Verified"));
	}

	@Test
	void cutsEverythingBetweenCharacters() {
		DataValue line = checks(new CheckLine("x".repeat(39) + "-y", "😀".repeat(70), "ü\n".repeat(400))).getFirst();
		assertThat(line.identifier()).isEqualTo("bgv-check-" + "x".repeat(39));
		assertThat(line.label().codePointCount(0, line.label().length())).isEqualTo(60);
		assertThat(line.label()).endsWith("😀…");
		assertThat(line.value().codePointCount(0, line.value().length())).isEqualTo(300);
	}

	@Test
	void showsSoManyChecksAndNoMore() {
		CheckLine[] many = Collections.nCopies(60, new CheckLine("address", "Address", "Verified"))
			.toArray(CheckLine[]::new);
		assertThat(checks(many)).hasSize(50)
			.allSatisfy((line) -> assertThat(line.identifier()).matches("[a-z0-9-]+"))
			.extracting(DataValue::identifier)
			.doesNotHaveDuplicates();
	}

	private static List<DataValue> checks(CheckLine... checks) {
		List<DataValue> all = Metadata.of(standing(State.IN_PROGRESS, null, List.of(checks), false));
		return all.subList(2, all.size());
	}

	private static Standing standing(State state, Instant expectedAt, List<CheckLine> checks, boolean ended) {
		return Samples.standing(state, Reason.NONE, Conclusion.NONE, new Details(null, null, checks), expectedAt,
				ended);
	}

}
