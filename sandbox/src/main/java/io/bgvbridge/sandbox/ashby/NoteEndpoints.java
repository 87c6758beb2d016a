package io.bgvbridge.sandbox.ashby;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.sandbox.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls {@code candidate.createNote} and {@code candidate.listNotes}. */
final class NoteEndpoints {

	private static final int LARGEST_PAGE = 100;

	private final CandidateEndpoints candidates;

	private final Notes notes;

	NoteEndpoints(CandidateEndpoints candidates, Notes notes) {
		this.candidates = candidates;
		this.notes = notes;
	}

	JsonNode create(JsonNode body) {
		Input input = Input.of(body, "").only("candidateId", "note", "sendNotifications", "isPrivate", "createdAt");
		Candidate candidate = this.candidates.known(input.uuid("candidateId"));
		input.optionalFlag("sendNotifications");
		input.optionalFlag("isPrivate");
		Note note = new Note(UUID.randomUUID().toString(), candidate.id(), text(input),
				body.path("isPrivate").asBoolean(false), Instant.now());
		this.notes.add(note);
		return view(note);
	}

	/**
	 * The whole envelope but {@code success}: newest first, with the next page's cursor.
	 */
	ObjectNode list(JsonNode body) {
		Input input = Input.of(body, "").only("candidateId", "limit", "cursor");
		String candidateId = this.candidates.known(input.uuid("candidateId")).id();
		int limit = limit(body.path("limit"));
		List<Note> found = this.notes.newest(candidateId, input.optionalText("cursor"));
		List<Note> page = found.subList(0, Math.min(limit, found.size()));
		ObjectNode envelope = Json.object();
		ArrayNode results = envelope.putArray("results");
		page.forEach((note) -> results.add(view(note)));
		boolean more = found.size() > page.size();
		envelope.put("moreDataAvailable", more);
		return more ? envelope.put("nextCursor", page.getLast().id()) : envelope;
	}

	private static int limit(JsonNode limit) {
		if (limit.isMissingNode()) {
			return LARGEST_PAGE;
		}
		if (!limit.isInt() || limit.intValue() < 1 || limit.intValue() > LARGEST_PAGE) {
			throw AshbyRefusal.invalid("limit", "must be between 1 and " + LARGEST_PAGE);
		}
		return limit.intValue();
	}

	private static String text(Input input) {
		if (input.node().path("note").isString()) {
			return input.text("note");
		}
		Input note = input.object("note").only("type", "value");
		if (!List.of("text/plain", "text/html").contains(note.text("type"))) {
			throw AshbyRefusal.invalid("note.type", "must be text/plain or text/html");
		}
		return note.text("value");
	}

	private static ObjectNode view(Note note) {
		ObjectNode view = Json.object()
			.put("id", note.id())
			.put("createdAt", note.createdAt().toString())
			.put("isPrivate", note.isPrivate())
			.put("content", note.text());
		view.putObject("author")
			.put("id", "e9ed20fd-d45f-4aad-8a00-a19bfba0083e")
			.put("firstName", "Sandbox")
			.put("lastName", "Key");
		return view;
	}

}
