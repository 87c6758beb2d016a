package io.bgvbridge.sandbox.ashby;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place for one file that a call of {@code file.createFileUploadHandle} made.
 *
 * @param id the last segment of the address to upload to
 * @param handle names the file in later calls
 * @param declared what the caller said of the file
 * @param expiresAt from then on nothing is taken
 * @param sha256 digest of the content, null until it is there
 */
record Upload(String id, String handle, Declared declared, Instant expiresAt, @Nullable String sha256) {

	Upload with(String digest) {
		return new Upload(this.id, this.handle, this.declared, this.expiresAt, digest);
	}

	/** The form fields that must precede the file, in order. */
	Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("key", "uploads/" + this.id);
		fields.put("Content-Type", this.declared.contentType());
		fields.put("policy", Received.digest(this.id.getBytes(StandardCharsets.UTF_8)));
		return fields;
	}

	/** What was said of the file before it came. */
	record Declared(String filename, String contentType, int length) {

		private static final Set<String> CONTEXTS = Set.of("CandidateResume", "CandidateFiles", "ApplicationForm");

		static Declared read(JsonNode body) {
			Input input = Input.of(body, "").only("fileUploadContext", "filename", "contentType", "contentLength");
			if (!CONTEXTS.contains(input.text("fileUploadContext"))) {
				throw AshbyRefusal.invalid("fileUploadContext", "is not a known context");
			}
			String contentType = input.text("contentType");
			if (!contentType.matches("[\\w.+-]+/[\\w.+-]+")) {
				throw AshbyRefusal.invalid("contentType", "is not a media type");
			}
			JsonNode length = body.path("contentLength");
			if (!length.isInt() || length.intValue() < 1) {
				throw AshbyRefusal.invalid("contentLength", "must be a positive integer");
			}
			return new Declared(input.text("filename"), contentType, length.intValue());
		}

	}

}
