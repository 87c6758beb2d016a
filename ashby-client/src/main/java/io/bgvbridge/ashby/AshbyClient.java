package io.bgvbridge.ashby;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.vendor.VendorHttp;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Calls an organisation's Ashby. Every method throws {@link VendorFailure} as the call
 * failed: {@code Unauthorized} for a key that is refused or lacks a scope,
 * {@code Rejected} for any other refusal.
 */
public final class AshbyClient {

	/** Pages of notes that are read at most; each holds up to a hundred. */
	private static final int MOST_PAGES = 10;

	private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

	/** Nobody has an address under this top-level domain. */
	private static final String NOBODYS_ADDRESS = "nobody@bgv-bridge.invalid";

	private final AshbyHttp http;

	/**
	 * A client for any number of organisations, which takes each key's default version of
	 * the API.
	 * @param http how vendors are called
	 */
	public AshbyClient(VendorHttp http) {
		this(http, null);
	}

	/**
	 * A client for any number of organisations.
	 * @param http how vendors are called
	 * @param version the API's version as {@code Ashby-Version} has it, such as
	 * {@code 2026-01-01}; null or blank for each key's default
	 */
	public AshbyClient(VendorHttp http, @Nullable String version) {
		this.http = new AshbyHttp(http, version);
	}

	/**
	 * Looks a candidate up ({@code candidate.info}, scope {@code candidatesRead}).
	 * @param access the organisation
	 * @param candidateId Ashby's id of the candidate
	 * @return the candidate
	 */
	public Candidate candidate(AshbyAccess access, String candidateId) {
		JsonNode results = this.http.call(access, "candidate.info", AshbyJson.writeId(candidateId)).results();
		if (results.path("id").asString("").isEmpty()) {
			throw new Unintelligible("no candidate in results");
		}
		return AshbyJson.candidate(results);
	}

	/**
	 * Asks what the key may do ({@code apiKey.info}). A key that may not ask is alive
	 * nonetheless.
	 * @param access the organisation
	 * @return what is known of the key
	 */
	public KeyInfo apiKeyInfo(AshbyAccess access) {
		AshbyReply reply = this.http.call(access, "apiKey.info", NOTHING);
		if (reply.isMissingPermission()) {
			return KeyInfo.UNKNOWN;
		}
		JsonNode results = reply.results();
		return new KeyInfo(results.path("title").asString(null),
				results.path("scopes").valueStream().map((scope) -> scope.asString("")).toList());
	}

	/**
	 * Whether the key has the scope {@code candidatesRead}; looks for a candidate whom
	 * nobody can be ({@code candidate.search}).
	 * @param access the organisation
	 * @return false if Ashby says that the scope is missing
	 */
	public boolean mayReadCandidates(AshbyAccess access) {
		return permits(access, "candidate.search", AshbyJson.writeSearch(NOBODYS_ADDRESS));
	}

	/**
	 * Whether the key has the scope {@code candidatesWrite}; tries to write a note on a
	 * candidate who does not exist ({@code candidate.createNote}), which changes nothing.
	 * @param access the organisation
	 * @return false if Ashby says that the scope is missing
	 */
	public boolean mayWriteCandidates(AshbyAccess access) {
		return permits(access, "candidate.createNote",
				AshbyJson.writeNote(UUID.randomUUID().toString(), "BGV Bridge tests the connection."));
	}

	/** Who is refused for another reason than the scope has the scope. */
	private boolean permits(AshbyAccess access, String endpoint, byte[] body) {
		AshbyReply reply = this.http.call(access, endpoint, body);
		if (reply.isMissingPermission()) {
			return false;
		}
		try {
			reply.results();
		}
		catch (Rejected ex) {
			if (reply.envelope() == null) {
				throw ex;
			}
		}
		return true;
	}

	/**
	 * The body that {@link #update} sends, for whoever has to keep it first.
	 * @param update the update
	 * @return JSON in UTF-8, always the same bytes for the same update
	 */
	public static byte[] body(AssessmentUpdate update) {
		return AshbyJson.write(update);
	}

	/**
	 * The body that {@link #addCompleted} sends, for whoever has to keep it first.
	 * @param completed the completed assessment
	 * @return JSON in UTF-8, always the same bytes for the same assessment
	 */
	public static byte[] body(CompletedAssessment completed) {
		return AshbyJson.write(completed);
	}

	/**
	 * Tells Ashby how an assessment stands ({@code assessment.update}, scope
	 * {@code candidatesWrite}). Repeating a body is harmless: it is absolute state with a
	 * timestamp of its own.
	 * @param access the organisation
	 * @param body exactly what is sent
	 */
	public void update(AshbyAccess access, byte[] body) {
		this.http.call(access, "assessment.update", body).results();
	}

	/**
	 * Adds a completed assessment that was not started in Ashby
	 * ({@code assessment.addCompletedToCandidate}, scope {@code candidatesWrite}).
	 * Repeating a body is harmless: it names its assessment and has a timestamp.
	 * @param access the organisation
	 * @param body exactly what is sent
	 */
	public void addCompleted(AshbyAccess access, byte[] body) {
		this.http.call(access, "assessment.addCompletedToCandidate", body).results();
	}

	/**
	 * Writes a note on a candidate, without notifying anybody
	 * ({@code candidate.createNote}, scope {@code candidatesWrite}). Each call writes
	 * another note.
	 * @param access the organisation
	 * @param candidateId Ashby's id of the candidate
	 * @param text the note, which is shown as it is
	 * @return Ashby's id of the note; empty if Ashby does not say
	 */
	public String createNote(AshbyAccess access, String candidateId, String text) {
		return this.http.call(access, "candidate.createNote", AshbyJson.writeNote(candidateId, text))
			.results()
			.path("id")
			.asString("");
	}

	/**
	 * Reads a candidate's notes ({@code candidate.listNotes}, scope
	 * {@code candidatesRead}); one call for each page of them.
	 * @param access the organisation
	 * @param candidateId Ashby's id of the candidate
	 * @return the texts of all notes
	 * @throws Unintelligible if there are more than can be read, so that nobody takes a
	 * note for missing
	 */
	public List<String> noteTexts(AshbyAccess access, String candidateId) {
		List<String> texts = new ArrayList<>();
		String cursor = null;
		for (int page = 0; page < MOST_PAGES; page++) {
			AshbyReply reply = this.http.call(access, "candidate.listNotes",
					AshbyJson.writeNotesPage(candidateId, cursor));
			reply.results().forEach((note) -> texts.add(note.path("content").asString("")));
			cursor = reply.nextCursor();
			if (cursor == null) {
				return texts;
			}
		}
		throw new Unintelligible("more notes than " + MOST_PAGES + " pages");
	}

}
