package io.bgvbridge.sandbox.ashby;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import io.bgvbridge.sandbox.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The {@code candidate.*} calls. */
final class CandidateEndpoints {

	private static final int MOST_FOUND = 100;

	private final Candidates candidates;

	private final CandidateFiles files;

	private final Uploads uploads;

	CandidateEndpoints(Candidates candidates, CandidateFiles files, Uploads uploads) {
		this.candidates = candidates;
		this.files = files;
		this.uploads = uploads;
	}

	JsonNode info(JsonNode body) {
		Input input = Input.of(body, "").only("id", "externalMappingId");
		if (body.has("externalMappingId")) {
			input.text("externalMappingId");
			throw AshbyRefusal.of("candidate_not_found", "Candidate not found");
		}
		return view(known(input.uuid("id")));
	}

	JsonNode search(JsonNode body) {
		Input input = Input.of(body, "").only("email", "name");
		String email = input.optionalText("email");
		String name = input.optionalText("name");
		if (email == null && name == null) {
			throw AshbyRefusal.invalid("email", "or name is required");
		}
		ArrayNode found = Json.array();
		this.candidates.list()
			.stream()
			.filter((candidate) -> email == null || candidate.email().equalsIgnoreCase(email))
			.filter((candidate) -> name == null
					|| candidate.name().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)))
			.limit(MOST_FOUND)
			.forEach((candidate) -> found.add(view(candidate)));
		return found;
	}

	/**
	 * The call {@code candidate.uploadFile}: as at Ashby, a repeat makes a second file.
	 */
	JsonNode uploadFile(JsonNode body) {
		Input input = Input.of(body, "").only("candidateId", "fileHandle");
		Candidate candidate = known(input.uuid("candidateId"));
		Upload upload = this.uploads.uploaded(input.text("fileHandle"));
		this.files.add(new CandidateFile(UUID.randomUUID().toString(), candidate.id(), upload.declared().filename(),
				upload.handle(), upload.declared().contentType(), upload.declared().length(),
				Objects.requireNonNull(upload.sha256()), Instant.now()));
		return view(candidate);
	}

	Candidate known(String id) {
		Candidate candidate = this.candidates.find(id);
		if (candidate == null) {
			throw AshbyRefusal.of("candidate_not_found", "Candidate not found");
		}
		return candidate;
	}

	private ObjectNode view(Candidate candidate) {
		ObjectNode view = Json.object()
			.put("id", candidate.id())
			.put("name", candidate.name())
			.put("profileUrl", candidate.profileUrl());
		contact(view, "primaryEmailAddress", "emailAddresses", candidate.email());
		contact(view, "primaryPhoneNumber", "phoneNumbers", candidate.phone());
		view.putArray("socialLinks");
		view.putArray("tags");
		ArrayNode applications = view.putArray("applicationIds");
		this.candidates.applications(candidate.id())
			.forEach((application) -> applications.add(application.applicationId()));
		ArrayNode handles = view.putArray("fileHandles");
		this.files.of(candidate.id())
			.forEach((file) -> handles.addObject()
				.put("id", file.id())
				.put("name", file.name())
				.put("handle", file.handle()));
		view.putArray("customFields");
		return view;
	}

	private static void contact(ObjectNode view, String primary, String all, @Nullable String value) {
		ArrayNode list = view.putArray(all);
		if (value != null) {
			ObjectNode contact = Json.object().put("value", value).put("type", "Personal").put("isPrimary", true);
			view.set(primary, contact);
			list.add(contact);
		}
	}

}
