package io.bgvbridge.sandbox.ashby;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The partner's identifiers: each keeps the type that it was first sent with. */
final class Identifiers {

	private final Map<String, String> types = new HashMap<>();

	/**
	 * Remembers the types of all values, or of none.
	 * @throws AshbyRefusal when an identifier had another type before
	 */
	synchronized void take(List<DataValue> values) {
		for (DataValue value : values) {
			String type = this.types.get(value.identifier());
			if (type != null && !type.equals(value.type())) {
				throw AshbyRefusal.invalid(value.identifier(), "was of type " + type + " before");
			}
		}
		values.forEach((value) -> this.types.putIfAbsent(value.identifier(), value.type()));
	}

}
