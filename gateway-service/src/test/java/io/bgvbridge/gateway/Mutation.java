package io.bgvbridge.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Damage to a valid JSON body: to its bytes, or to its values.
 */
final class Mutation {

	private static final JsonMapper json = new JsonMapper();

	private static final List<String> VALUES = List.of("null", "true", "0", "-1", "1e400", "9876501234", "0.5",
			"123456789012345678901234567890", "\"\"", "\" \"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"",
			"\"\\u202e\\u0007\\u00e9\"", "[]", "[null]", "{}", "{\"value\": null}", "{\"value\": \"9876501234\"}",
			"[[[[[[]]]]]]", "\"" + "x".repeat(5000) + "\"", "\"'; drop table assessment; --\"", "\"${jndi:ldap://x}\"",
			"\"00000000-0000-0000-0000-000000000000\"", "\"../../etc/passwd\"", "\"a b\"", "\"@\"");

	private final Random random;

	Mutation(long seed) {
		this.random = new Random(seed);
	}

	byte[] of(String body) {
		return this.random.nextBoolean() ? values(body) : bytes(body.getBytes(StandardCharsets.UTF_8));
	}

	private byte[] values(String body) {
		ObjectNode whole = (ObjectNode) json.readTree(body);
		for (int i = 0; i <= this.random.nextInt(3); i++) {
			List<ObjectNode> objects = new ArrayList<>();
			collect(whole, objects);
			damage(objects.get(this.random.nextInt(objects.size())));
		}
		return json.writeValueAsBytes(whole);
	}

	private static void collect(JsonNode node, List<ObjectNode> found) {
		if (node instanceof ObjectNode object) {
			found.add(object);
			object.values().forEach((value) -> collect(value, found));
		}
		else if (node instanceof ArrayNode array) {
			array.forEach((value) -> collect(value, found));
		}
	}

	private void damage(ObjectNode object) {
		List<String> names = List.copyOf(object.propertyNames());
		if (names.isEmpty()) {
			object.set("added", any());
			return;
		}
		String name = names.get(this.random.nextInt(names.size()));
		switch (this.random.nextInt(5)) {
			case 0 -> object.remove(name);
			case 1 -> object.set(name, object.get(names.get(this.random.nextInt(names.size()))).deepCopy());
			case 2 -> object.set(name + (char) this.random.nextInt(0x300), any());
			default -> object.set(name, any());
		}
	}

	private JsonNode any() {
		return new JsonMapper().readTree(VALUES.get(this.random.nextInt(VALUES.size())));
	}

	private byte[] bytes(byte[] body) {
		byte[] damaged = body.clone();
		for (int i = 0; i <= this.random.nextInt(3) && damaged.length > 0; i++) {
			int from = this.random.nextInt(damaged.length);
			int to = Math.min(damaged.length, from + this.random.nextInt(20));
			switch (this.random.nextInt(5)) {
				case 0 -> damaged[from] ^= (byte) (1 << this.random.nextInt(8));
				case 1 -> damaged = joined(Arrays.copyOf(damaged, from), tail(damaged, to));
				case 2 -> damaged = joined(Arrays.copyOf(damaged, to), tail(damaged, from));
				case 3 -> damaged = joined(Arrays.copyOf(damaged, from), noise(), tail(damaged, from));
				default -> damaged = Arrays.copyOf(damaged, from);
			}
		}
		return damaged;
	}

	private byte[] noise() {
		byte[] noise = new byte[this.random.nextInt(12)];
		this.random.nextBytes(noise);
		return noise;
	}

	private static byte[] tail(byte[] bytes, int from) {
		return Arrays.copyOfRange(bytes, from, bytes.length);
	}

	private static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		Arrays.stream(parts).forEach(whole::writeBytes);
		return whole.toByteArray();
	}

}
