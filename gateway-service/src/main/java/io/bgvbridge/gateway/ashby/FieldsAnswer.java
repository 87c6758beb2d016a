package io.bgvbridge.gateway.ashby;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bgvbridge.gateway.connection.NeededField;

/**
 * Ashby's words for the custom fields that it may send along with a start.
 *
 * @param success always true
 * @param fields the fields
 */
record FieldsAnswer(boolean success, List<Field> fields) {

	static FieldsAnswer of(List<NeededField> needed) {
		return new FieldsAnswer(true,
				needed.stream()
					.map((field) -> new Field(field.id(), field.name(), field.type(), field.required()))
					.toList());
	}

	/**
	 * A custom field.
	 *
	 * @param id its key among a start's additional fields
	 * @param name what people see
	 * @param type Ashby's type
	 * @param required whether Ashby asks for it
	 */
	record Field(String id, String name, String type, @JsonProperty("isRequired") boolean required) {

	}

}
