package io.bgvbridge.sandbox.ashby;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.bgvbridge.sandbox.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The {@code candidate.*} calls. */
final class CandidateEndpoints {

	private static final int MOST_NOTES = 10_000;

	private static final int MOST_FOUND = 100;

	private final Candidates candidates;

	private final List<Note> notes = new ArrayList<>();

	CandidateEndpoints(Candidates candidates) {
		this.candidates = candidates;
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

	JsonNode createNote(JsonNode body) {
		Input input = Input.of(body, "").only("candidateId", "note", "sendNotifications", "isPrivate", "createdAt");
		Candidate candidate = known(input.uuid("candidateId"));
		input.optionalFlag("sendNotifications");
		input.optionalFlag("isPrivate");
		Note note = new Note(UUID.randomUUID().toString(), candidate.id(), noteText(input), Instant.now());
		keep(note);
		ObjectNode results = Json.object()
			.put("id", note.id())
			.put("createdAt", note.createdAt().toString())
			.put("isPrivate", body.path("isPrivate").asBoolean(false))
			.put("content", note.text());
		results.putObject("author")
			.put("id", "e9ed20fd-d45f-4aad-8a00-a19bfba0083e")
			.put("firstName", "Sandbox")
			.put("lastName", "Key");
		return results;
	}

	synchronized List<Note> notes() {
		return List.copyOf(this.notes);
	}

	Candidate known(String id) {
		Candidate candidate = this.candidates.find(id);
		if (candidate == null) {
			throw AshbyRefusal.of("candidate_not_found", "Candidate not found");
		}
		return candidate;
	}

	private synchronized void keep(Note note) {
		this.notes.add(note);
		if (this.notes.size() > MOST_NOTES) {
			this.notes.removeFirst();
		}
	}

	private static String noteText(Input input) {
		if (input.node().path("note").isString()) {
			return input.text("note");
		}
		Input note = input.object("note").only("type", "value");
		if (!List.of("text/plain", "text/html").contains(note.text("type"))) {
			throw AshbyRefusal.invalid("note.type", "must be text/plain or text/html");
		}
		return note.text("value");
	}

	private static ObjectNode view(Candidate candidate) {
		ObjectNode view = Json.object()
			.put("id", candidate.id())
			.put("name", candidate.name())
			.put("profileUrl", candidate.profileUrl());
		contact(view, "primaryEmailAddress", "emailAddresses", candidate.email());
		contact(view, "primaryPhoneNumber", "phoneNumbers", candidate.phone());
		view.putArray("socialLinks");
		view.putArray("tags");
		view.putArray("applicationIds").add(candidate.applicationId());
		view.putArray("fileHandles");
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
