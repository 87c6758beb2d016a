package io.bgvbridge.sandbox.checkr;

import java.util.Set;

import tools.jackson.databind.JsonNode;

/** Where somebody will work: at least one place, each with a country of two letters. */
final class WorkLocations {

	private static final Set<String> KNOWN = Set.of("country", "state", "city");

	private WorkLocations() {
	}

	static boolean areValid(JsonNode node) {
		return node.isArray() && !node.isEmpty() && node.valueStream().allMatch(WorkLocations::isValid);
	}

	static boolean areAmerican(JsonNode node) {
		return node.valueStream().allMatch((place) -> place.path("country").asString("").equals("US"));
	}

	private static boolean isValid(JsonNode place) {
		return place.isObject() && KNOWN.containsAll(place.propertyNames())
				&& place.path("country").asString("").matches("[A-Z]{2}")
				&& place.valueStream().allMatch(JsonNode::isString);
	}

}
