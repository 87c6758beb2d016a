package io.bgvbridge.sandbox.ashby;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A body of {@code multipart/form-data}, taken apart. */
final class Multipart {

	private static final Pattern BOUNDARY = Pattern
		.compile("(?i)multipart/form-data\\s*;.*boundary=\"?([^\";]{1,70})\"?.*");

	private static final Pattern NAME = Pattern
		.compile("(?im)^Content-Disposition:\\s*form-data;\\s*name=\"([^\"]*)\"(?:;\\s*filename=\"([^\"]*)\")?\\s*$");

	private static final Pattern TYPE = Pattern.compile("(?im)^Content-Type:\\s*(\\S.*?)\\s*$");

	private Multipart() {
	}

	/** The parts in order, or null when it is no well-formed body of that kind. */
	static @Nullable List<Part> read(@Nullable String contentType, byte[] body) {
		Matcher boundary = BOUNDARY.matcher((contentType != null) ? contentType : "");
		if (!boundary.matches()) {
			return null;
		}
		// one character a byte, so that nothing of the file is lost
		String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
		String delimiter = "\r\n--" + boundary.group(1);
		int end = text.lastIndexOf(delimiter + "--");
		if (!text.startsWith(delimiter + "\r\n") || end < 0) {
			return null;
		}
		List<Part> parts = new ArrayList<>();
		for (String piece : text.substring(delimiter.length() + 2, end).split(Pattern.quote(delimiter + "\r\n"), -1)) {
			Part part = part(piece);
			if (part == null) {
				return null;
			}
			parts.add(part);
		}
		return parts;
	}

	private static @Nullable Part part(String piece) {
		int blank = piece.indexOf("\r\n\r\n");
		if (blank < 0) {
			return null;
		}
		String head = piece.substring(0, blank).replace("\r\n", "\n");
		Matcher name = NAME.matcher(head);
		if (!name.find()) {
			return null;
		}
		Matcher type = TYPE.matcher(head);
		return new Part(name.group(1), name.group(2), type.find() ? type.group(1) : null,
				piece.substring(blank + 4).getBytes(StandardCharsets.ISO_8859_1));
	}

	/** One part: a form field, or a file if it has a file name. */
	@SuppressWarnings("ArrayRecordComponent")
	record Part(String name, @Nullable String filename, @Nullable String contentType, byte[] content) {

		String text() {
			return new String(this.content, StandardCharsets.UTF_8);
		}

	}

}
