package io.bgvbridge.schemas;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.bgvbridge.schemas.Topics.Topic;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every schema keeps to, whatever its topic.
 */
class SchemaTests {

	/** Words that a field's name cannot hold unless its content is sealed. */
	private static final List<String> PERSONAL = List.of("name", "email", "mail", "phone", "mobile", "address", "birth",
			"link", "url", "words", "finding");

	/** The provider's own name of a package, which is no person's. */
	private static final String PACKAGE_NAME = "io.bgvbridge.schemas.ListedPackage.name";

	static Stream<Named<Topic>> topics() {
		return Topics.all().stream().map((topic) -> Named.of(topic.name(), topic));
	}

	@ParameterizedTest
	@MethodSource("topics")
	void everyRecordBeginsWithItsIdentity(Topic topic) {
		assertThat(topic.schema().getFields()).extracting(Schema.Field::name)
			.startsWith("eventId", "occurredAt", "connectionId");
		assertThat(topic.schema().getFields().subList(0, 3))
			.extracting((field) -> field.schema().getLogicalType().getName())
			.containsExactly("uuid", "timestamp-millis", "uuid");
	}

	@ParameterizedTest
	@MethodSource("topics")
	void everythingIsDocumented(Topic topic) {
		assertThat(named(topic))
			.allSatisfy((schema) -> assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank());
		assertThat(fields(topic)).allSatisfy((field) -> assertThat(field.field().doc()).as(field.path()).isNotBlank());
	}

	@ParameterizedTest
	@MethodSource("topics")
	void everyEnumHasADefaultSymbol(Topic topic) {
		assertThat(named(topic).filter((schema) -> schema.getType() == Schema.Type.ENUM))
			.allSatisfy((schema) -> assertThat(schema.getEnumDefault()).as(schema.getFullName()).isNotNull());
		assertThat(fields(topic).filter((field) -> field.field().schema().getType() == Schema.Type.ENUM))
			.allSatisfy((field) -> assertThat(field.field().hasDefaultValue()).as(field.path()).isTrue());
	}

	@ParameterizedTest
	@MethodSource("topics")
	void noClearFieldLooksPersonal(Topic topic) {
		assertThat(fields(topic).filter((field) -> !field.isSealed()).map(Field::path))
			.filteredOn((path) -> !path.equals(PACKAGE_NAME))
			.noneMatch((path) -> {
				String name = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
				return PERSONAL.stream().anyMatch(name::contains);
			});
	}

	@ParameterizedTest
	@MethodSource("topics")
	void whatIsSealedIsBytes(Topic topic) {
		assertThat(fields(topic).filter(Field::isSealed))
			.allSatisfy((field) -> assertThat((field.field().schema().isUnion() ? field.field().schema().getTypes()
					: List.of(field.field().schema())))
				.extracting(Schema::getType)
				.containsOnlyOnce(Schema.Type.BYTES)
				.isSubsetOf(Schema.Type.BYTES, Schema.Type.NULL));
	}

	private static Stream<Field> fields(Topic topic) {
		return named(topic).filter((schema) -> schema.getType() == Schema.Type.RECORD)
			.flatMap((schema) -> schema.getFields()
				.stream()
				.map((field) -> new Field(schema.getFullName() + "." + field.name(), field)));
	}

	/** The topic's record and every record and enum within. */
	private static Stream<Schema> named(Topic topic) {
		return named(topic.schema());
	}

	static Stream<Schema> named(Schema schema) {
		return switch (schema.getType()) {
			case RECORD ->
				Stream.concat(Stream.of(schema), schema.getFields().stream().flatMap((field) -> named(field.schema())));
			case ENUM, FIXED -> Stream.of(schema);
			case ARRAY -> named(schema.getElementType());
			case MAP -> named(schema.getValueType());
			case UNION -> schema.getTypes().stream().flatMap(SchemaTests::named);
			case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> Stream.of();
		};
	}

	/**
	 * A field of a topic.
	 *
	 * @param path the record's full name and the field's
	 * @param field the field
	 */
	private record Field(String path, Schema.Field field) {

		boolean isSealed() {
			return this.field.name().startsWith("sealed");
		}

	}

}
