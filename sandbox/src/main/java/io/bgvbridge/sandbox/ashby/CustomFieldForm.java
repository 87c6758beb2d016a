package io.bgvbridge.sandbox.ashby;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

import io.bgvbridge.sandbox.http.Form;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Refused;
import io.bgvbridge.sandbox.page.Markup;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The partner's custom fields in a form, and back. How Ashby encodes dates, ranges and
 * the like is not documented: they are sent as texts here.
 */
final class CustomFieldForm {

	private CustomFieldForm() {
	}

	static Markup of(List<CustomField> fields) {
		return Markup.each(IntStream.range(0, fields.size()).boxed().toList(),
				(number) -> labelled(name(number), fields.get(number)));
	}

	private static Markup labelled(String name, CustomField field) {
		return Markup.of("<p><label for=\"{}\">{}{}</label>{}</p>", name, field.name(),
				Markup.when(!field.isRequired(), Markup.of(" <small>(optional)</small>")), input(name, field));
	}

	/**
	 * The {@code additional_fields} of a start; fields that were left empty are left out.
	 */
	static ObjectNode read(List<CustomField> fields, Form form) {
		ObjectNode values = Json.object();
		for (int i = 0; i < fields.size(); i++) {
			CustomField field = fields.get(i);
			String text = form.optionalText(name(i));
			if (text != null) {
				put(values, field, text, form.all(name(i)));
			}
			else if (field.isRequired()) {
				throw new Refused(400, "Fill in the field '" + field.name() + "'");
			}
		}
		return values;
	}

	private static void put(ObjectNode values, CustomField field, String text, List<String> all) {
		switch (field.type()) {
			case "Boolean" -> values.put(field.id(), text.equals("true"));
			case "Number", "Score" -> values.put(field.id(), number(field, text));
			case "MultiValueSelect" -> {
				ArrayNode chosen = values.putArray(field.id());
				all.forEach(chosen::add);
			}
			default -> values.put(field.id(), text);
		}
	}

	private static BigDecimal number(CustomField field, String text) {
		try {
			return new BigDecimal(text);
		}
		catch (NumberFormatException ex) {
			throw new Refused(400, "The field '" + field.name() + "' is a number");
		}
	}

	private static Markup input(String name, CustomField field) {
		Markup required = Markup.when(field.isRequired(), Markup.of(" required"));
		return switch (field.type()) {
			case "ValueSelect" -> Markup.of("<select id=\"{}\" name=\"{}\"{}><option value=\"\"></option>{}</select>",
					name, name, required, choices(field));
			case "MultiValueSelect" ->
				Markup.of("<select id=\"{}\" name=\"{}\" multiple{}>{}</select>", name, name, required, choices(field));
			case "Boolean" -> Markup.of("""
					<select id="{}" name="{}"{}><option value=""></option>
					<option value="true">Yes</option><option value="false">No</option></select>""", name, name,
					required);
			case "LongText" ->
				Markup.of("<textarea id=\"{}\" name=\"{}\" rows=\"3\"{}></textarea>", name, name, required);
			default -> Markup.of("<input id=\"{}\" name=\"{}\" type=\"{}\" autocomplete=\"off\"{}>", name, name,
					type(field.type()), required);
		};
	}

	private static Markup choices(CustomField field) {
		return Markup.each(field.possibleValues(),
				(choice) -> Markup.of("<option value=\"{}\">{}</option>", choice.key(), choice.value()));
	}

	private static String type(String type) {
		return switch (type) {
			case "Date" -> "date";
			case "Email" -> "email";
			case "Phone" -> "tel";
			case "Url" -> "url";
			default -> "text";
		};
	}

	private static String name(int number) {
		return "field-" + number;
	}

}
