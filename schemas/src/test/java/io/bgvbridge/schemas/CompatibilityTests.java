package io.bgvbridge.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.bgvbridge.schemas.Topics.Topic;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Services of different ages read each other's records: every schema that was ever
 * released is frozen in {@code src/frozen}, and all of a topic's can read one another.
 */
class CompatibilityTests {

	private static final Path FROZEN = Path.of("src", "frozen");

	static Stream<Named<Topic>> topics() {
		return Topics.all().stream().map((topic) -> Named.of(topic.name(), topic));
	}

	@ParameterizedTest
	@MethodSource("topics")
	void everyVersionReadsEveryOther(Topic topic) {
		List<Schema> versions = Stream
			.concat(frozen(topic).stream().map(CompatibilityTests::parse), Stream.of(topic.schema()))
			.toList();

		for (Schema reader : versions) {
			assertThat(versions).allSatisfy((writer) -> assertThat(misreadings(reader, writer)).isEmpty());
		}
	}

	/** Avro would read a symbol that is gone as the enum's default, and so lose it. */
	@ParameterizedTest
	@MethodSource("topics")
	void noSymbolEverGoes(Topic topic) {
		Map<String, List<String>> current = symbols(topic.schema());

		assertThat(frozen(topic)).map((file) -> symbols(parse(file)))
			.allSatisfy((frozen) -> frozen
				.forEach((name, symbols) -> assertThat(current.getOrDefault(name, List.of())).as("symbols of " + name)
					.containsAll(symbols)));
	}

	@ParameterizedTest
	@MethodSource("topics")
	void theNewestFrozenVersionIsTheCurrentOne(Topic topic) {
		List<Path> frozen = frozen(topic);

		assertThat(frozen).as("frozen versions of " + topic.name()).isNotEmpty();
		assertThat(parse(frozen.getLast()).toString())
			.as("The schema of " + topic.name() + " has changed: freeze the new version by copying it to src/frozen/"
					+ topic.name() + "/" + (frozen.size() + 1) + ".avsc")
			.isEqualTo(parse(current(topic)).toString());
	}

	@ParameterizedTest
	@MethodSource("topics")
	void versionsAreCountedFromOne(Topic topic) {
		List<Path> frozen = frozen(topic);

		assertThat(frozen).extracting(CompatibilityTests::version)
			.containsExactlyElementsOf(Stream.iterate(1, (version) -> version + 1).limit(frozen.size()).toList());
	}

	@Test
	void everyFrozenFolderBelongsToATopic() throws IOException {
		try (Stream<Path> folders = Files.list(FROZEN)) {
			assertThat(folders).extracting((folder) -> folder.getFileName().toString())
				.containsExactlyInAnyOrderElementsOf(topics().map(Named::getName).toList());
		}
	}

	/** The rule itself, on changes that somebody may be tempted to make. */
	@Test
	void refusesToRemoveAFieldWithoutDefault() {
		assertRefused("""
				{"type":"record","name":"R","fields":[{"name":"a","type":"string"},{"name":"b","type":"string"}]}""",
				"""
						{"type":"record","name":"R","fields":[{"name":"a","type":"string"}]}""");
	}

	@Test
	void refusesToAddAFieldWithoutDefault() {
		assertRefused("""
				{"type":"record","name":"R","fields":[{"name":"a","type":"string"}]}""", """
				{"type":"record","name":"R","fields":[{"name":"a","type":"string"},{"name":"b","type":"string"}]}""");
	}

	@Test
	void refusesToRenameASymbolThatHasNoDefault() {
		assertRefused("""
				{"type":"enum","name":"E","symbols":["A","B"]}""", """
				{"type":"enum","name":"E","symbols":["A","C"]}""");
	}

	private static void assertRefused(String before, String after) {
		Schema old = new Schema.Parser().parse(before);
		Schema changed = new Schema.Parser().parse(after);
		assertThat(misreadings(old, changed) + misreadings(changed, old)).isNotEmpty();
	}

	/** Why a reader cannot read what a writer wrote; empty if it can. */
	private static String misreadings(Schema reader, Schema writer) {
		return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
			.getResult()
			.getIncompatibilities()
			.stream()
			.map((found) -> found.getType() + " at " + found.getLocation())
			.collect(Collectors.joining(", "));
	}

	private static Map<String, List<String>> symbols(Schema schema) {
		return SchemaTests.named(schema)
			.filter((named) -> named.getType() == Schema.Type.ENUM)
			.collect(Collectors.toMap(Schema::getFullName, Schema::getEnumSymbols, (first, same) -> first));
	}

	private static List<Path> frozen(Topic topic) {
		try (Stream<Path> files = Files.list(FROZEN.resolve(topic.name()))) {
			return files.sorted(Comparator.comparing(CompatibilityTests::version)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Every topic has a folder of frozen schemas", ex);
		}
	}

	private static int version(Path file) {
		return Integer.parseInt(file.getFileName().toString().replace(".avsc", ""));
	}

	private static Path current(Topic topic) {
		return Path.of("src", "main", "avro", topic.schema().getName() + ".avsc");
	}

	private static Schema parse(Path file) {
		try {
			return new Schema.Parser().parse(file.toFile());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
