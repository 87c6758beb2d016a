package io.bgvbridge.ashby;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;

/**
 * A {@code multipart/form-data} body as presigned storage wants it: plain fields in their
 * order, and one file as the last part.
 */
final class MultipartForm {

	private final String boundary = "bgv-" + UUID.randomUUID();

	private final ByteArrayOutputStream body = new ByteArrayOutputStream();

	String contentType() {
		return "multipart/form-data; boundary=" + this.boundary;
	}

	void field(String name, String value) {
		write("--" + this.boundary + "\r\nContent-Disposition: form-data; name=\"" + quotable(name) + "\"\r\n\r\n"
				+ value + "\r\n");
	}

	byte[] endingWithFile(String filename, String contentType, byte[] content) {
		write("--" + this.boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
				+ quotable(filename) + "\"\r\nContent-Type: " + contentType + "\r\n\r\n");
		this.body.writeBytes(content);
		write("\r\n--" + this.boundary + "--\r\n");
		return this.body.toByteArray();
	}

	/** Names come from a vendor; one that could end its header early is not written. */
	private static String quotable(String name) {
		if (name.chars().anyMatch((character) -> character < ' ' || character == '"' || character == '\\')) {
			throw new Unintelligible("a form field's name with a quote or control character");
		}
		return name;
	}

	private void write(String text) {
		this.body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
	}

}
