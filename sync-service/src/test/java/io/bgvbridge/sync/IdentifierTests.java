package io.bgvbridge.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An identifier is unique in what Ashby gets, has one type for ever, and is documented.
 */
class IdentifierTests {

	private static final String REPORT = "https://bgv.example.com/reports/" + Samples.ASSESSMENT;

	private static final Details DETAILS = new Details("words", "India Standard",
			List.of(new CheckLine("adjudication", "Adjudication", "engaged"),
					new CheckLine("Adjudication", "Adjudication", "post-adverse action"),
					new CheckLine("includes_canceled", "Cancelled checks", "yes"),
					new CheckLine("result", "Result", "clear"), new CheckLine("eta", "ETA", "2026-11-05")));

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
	void isUniqueAndHasTheDocumentedType(State state) throws IOException {
		Map<String, String> documented = documented();
		for (JsonNode body : bodies(state)) {
			List<JsonNode> values = body.findParents("identifier");
			assertThat(values).isNotEmpty()
				.extracting((value) -> value.path("identifier").asString())
				.doesNotHaveDuplicates();
			assertThat(values).allSatisfy((value) -> assertThat(documented)
				.containsEntry(family(value.path("identifier").asString()), value.path("type").asString()));
		}
	}

	@Test
	void isOfTheCheckLineFamilyWhateverTheTypeIsCalled() {
		assertThat(Metadata.of(standing(State.IN_PROGRESS)))
			.extracting((value) -> value.identifier() + "=" + value.label())
			.contains("bgv-check-adjudication=Adjudication", "bgv-check-adjudication-2=Adjudication",
					"bgv-check-includes-canceled=Cancelled checks", "bgv-check-result=Result", "bgv-check-eta=ETA",
					"bgv-eta=Expected by");
	}

	private static List<JsonNode> bodies(State state) {
		Assessment assessment = Samples.assessment(standing(state),
				new Assessment.Shown(3, null, null, false, false, 1));
		Stream<byte[]> update = Stream.of(UpdateDraft.pending(assessment, REPORT, true).body());
		Stream<byte[]> completion = (state.telling() == State.Telling.COMPLETION)
				? Stream.of(CompletionDraft.pending(assessment, REPORT, "0c0c0c0c-1111-4222-8333-444444444444").body())
				: Stream.empty();
		return Stream.concat(update, completion).map(new JsonMapper()::readTree).toList();
	}

	private static Standing standing(State state) {
		boolean ended = Samples.standing(state, Reason.NONE, Conclusion.NONE, null).ended();
		return Samples.standing(state, Reason.NONE, Conclusion.NONE, DETAILS, Samples.STARTED, ended);
	}

	private static String family(String identifier) {
		return identifier.startsWith("bgv-check-") ? "bgv-check-<type>" : identifier;
	}

	/** Types by identifier, from the first table of the document. */
	private static Map<String, String> documented() throws IOException {
		return Pattern.compile("(?m)^\\| `(bgv-[^`]+)` \\| [^|]+ \\| (\\w+) \\|")
			.matcher(Files.readString(Path.of("..", "docs", "ashby-fields.md")))
			.results()
			.collect(Collectors.toMap((row) -> row.group(1), (row) -> row.group(2)));
	}

}
