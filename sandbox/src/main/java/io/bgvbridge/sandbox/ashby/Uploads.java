package io.bgvbridge.sandbox.ashby;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The storage behind Ashby's upload handles: an address works once and for ten minutes,
 * without Ashby's authorization, and takes just the file that was declared.
 */
final class Uploads {

	private static final int MOST = 10_000;

	private final Map<String, Upload> byHandle = new LinkedHashMap<>();

	private volatile Duration lifetime = Duration.ofMinutes(10);

	private volatile String baseUrl = "";

	void mountedAt(String url) {
		this.baseUrl = url;
	}

	void lifetime(Duration wanted) {
		this.lifetime = wanted;
	}

	/** The call {@code file.createFileUploadHandle}. */
	synchronized JsonNode create(JsonNode body) {
		String id = UUID.randomUUID().toString();
		Upload upload = new Upload(id, "handle." + UUID.randomUUID(), Upload.Declared.read(body),
				Instant.now().plus(this.lifetime), null);
		if (this.byHandle.size() >= MOST) {
			this.byHandle.remove(this.byHandle.keySet().iterator().next());
		}
		this.byHandle.put(upload.handle(), upload);
		return Json.object()
			.put("handle", upload.handle())
			.put("url", this.baseUrl + "/upload/" + id)
			.set("fields", Json.tree(upload.fields()));
	}

	/** The upload itself, answered as storage does: 204, or a refusal in XML. */
	synchronized Answer take(Request request) {
		String id = request.path().substring("/upload/".length());
		Upload upload = this.byHandle.values()
			.stream()
			.filter((known) -> known.id().equals(id))
			.findFirst()
			.orElse(null);
		if (upload == null || !Instant.now().isBefore(upload.expiresAt())) {
			return refusal(403, "AccessDenied", "Invalid according to Policy: Policy expired.");
		}
		if (upload.sha256() != null) {
			return refusal(403, "AccessDenied", "The address was used already");
		}
		String problem = problem(upload, request);
		if (problem != null) {
			return refusal(400, "InvalidRequest", problem);
		}
		byte[] content = Objects.requireNonNull(Multipart.read(request.header("content-type"), request.body()))
			.getLast()
			.content();
		this.byHandle.put(upload.handle(), upload.with(Received.digest(content)));
		return new Answer(204, Map.of(), new byte[0]);
	}

	/**
	 * What was uploaded.
	 * @throws AshbyRefusal when nothing was uploaded with that handle
	 */
	synchronized Upload uploaded(String handle) {
		Upload upload = this.byHandle.get(handle);
		if (upload == null) {
			throw AshbyRefusal.invalid("fileHandle", "is not known");
		}
		if (upload.sha256() == null) {
			throw AshbyRefusal.invalid("fileHandle", "was not uploaded to");
		}
		return upload;
	}

	private static @Nullable String problem(Upload upload, Request request) {
		if (request.header("authorization") != null) {
			return "Only one auth mechanism allowed";
		}
		List<Multipart.Part> parts = Multipart.read(request.header("content-type"), request.body());
		if (parts == null || parts.isEmpty()) {
			return "The body must be well-formed multipart/form-data";
		}
		Multipart.Part file = parts.getLast();
		if (!file.name().equals("file") || file.filename() == null) {
			return "The last field must be the file, named file";
		}
		Map<String, String> fields = new LinkedHashMap<>();
		parts.subList(0, parts.size() - 1).forEach((part) -> fields.put(part.name(), part.text()));
		if (!fields.equals(upload.fields()) || parts.size() != fields.size() + 1) {
			return "Every declared field must precede the file, once and unchanged";
		}
		if (!upload.declared().contentType().equals(file.contentType())) {
			return "The file's type differs from the declared one";
		}
		return (file.content().length == upload.declared().length()) ? null
				: "The file's length differs from the declared one";
	}

	private static Answer refusal(int status, String code, String message) {
		String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
				+ "</Message></Error>";
		return Answer.bytes(status, "application/xml", xml.getBytes(StandardCharsets.UTF_8));
	}

}
