package io.bgvbridge.sandbox.ashby;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One datum of an assessment, as Ashby keeps it.
 *
 * @param identifier key of the datum among all the partner's data
 * @param label shown to the recruiter
 * @param type {@code numeric_score}, {@code numeric_duration_minutes}, {@code url},
 * {@code string} or {@code boolean_success}
 * @param value string, number or boolean, as the type wants it
 * @param description may be shown to the recruiter
 */
public record DataValue(String identifier, String label, String type, JsonNode value, @Nullable String description) {

	/** The value as text. */
	public String text() {
		return this.value.asString();
	}

	static DataValue read(JsonNode node, String where) {
		Input input = Input.of(node, where).only("identifier", "label", "type", "value", "description");
		String identifier = input.text("identifier");
		String label = input.text("label");
		ValueType type = ValueType.of(node.path("type"));
		if (type == null) {
			throw AshbyRefusal.invalid(input.path("type"), "is not a known type");
		}
		JsonNode value = node.path("value");
		if (!type.fits(value)) {
			throw AshbyRefusal.invalid(input.path("value"), "does not fit the type " + type.wire());
		}
		return new DataValue(identifier, label, type.wire(), value, input.optionalText("description"));
	}

	static List<DataValue> readAll(JsonNode array, String where) {
		if (!array.isArray()) {
			throw AshbyRefusal.invalid(where, "must be an array");
		}
		List<DataValue> values = new ArrayList<>();
		for (int i = 0; i < array.size(); i++) {
			values.add(read(array.get(i), where + "[" + i + "]"));
		}
		return List.copyOf(values);
	}

}
