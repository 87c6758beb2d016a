package io.bgvbridge.messaging.configuration;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.util.unit.DataSize;

/**
 * What a value of a type is to be set to, as the end of a sentence.
 */
final class Words {

	private Words() {
	}

	static String of(Class<?> type) {
		if (type.isEnum()) {
			return "one of " + Arrays.stream(type.getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
				.collect(Collectors.joining(", "));
		}
		if (type == Duration.class) {
			return "a time such as 1500ms, 30s, 2h or P3D";
		}
		if (type == URI.class) {
			return "an address such as https://bgv.example.com";
		}
		if (type == DataSize.class) {
			return "a size such as 50MB";
		}
		if (type == int.class || type == long.class) {
			return "a whole number";
		}
		return (type == double.class || type == Double.class) ? "a number" : "a text that is not empty";
	}

}
