package io.bgvbridge.sandbox.ashby;

import java.util.EnumSet;
import java.util.List;

import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class NoteEndpointsTests {

	private final AshbySimulator ashby = new AshbySimulator();

	private final SandboxServer server = SandboxServer.start(0, this.ashby);

	private final Caller caller = new Caller(this.server.url("ashby"), Caller.basic(AshbySimulator.API_KEY + ":"));

	private final Candidate candidate = this.ashby.candidates().getFirst();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void listsNewestFirstPageByPage() {
		for (int i = 1; i <= 5; i++) {
			write(this.candidate, "note " + i);
		}
		write(this.ashby.candidates().getLast(), "of somebody else");
		JsonNode first = list(",\"limit\":2");
		assertThat(contents(first)).containsExactly("note 5", "note 4");
		assertThat(first.path("moreDataAvailable").asBoolean()).isTrue();
		JsonNode second = list(",\"limit\":2,\"cursor\":\"" + first.path("nextCursor").asString() + "\"");
		assertThat(contents(second)).containsExactly("note 3", "note 2");
		write(this.candidate, "note 6");
		JsonNode last = list(",\"limit\":2,\"cursor\":\"" + second.path("nextCursor").asString() + "\"");
		assertThat(contents(last)).containsExactly("note 1");
		assertThat(last.path("moreDataAvailable").asBoolean(true)).isFalse();
		assertThat(last.has("nextCursor")).isFalse();
	}

	@Test
	void listsWhatTheContractPromises() {
		write(this.candidate, "done");
		JsonNode note = list("").path("results").get(0);
		assertThat(note.propertyNames()).containsExactlyInAnyOrder("id", "createdAt", "isPrivate", "content", "author");
		assertThat(this.ashby.notes()).extracting(Note::id).containsExactly(note.path("id").asString());
	}

	@ParameterizedTest
	@ValueSource(strings = { ",\"limit\":0", ",\"limit\":101", ",\"limit\":\"2\"", ",\"cursor\":\"x\"", ",\"cursor\":7",
			",\"colour\":\"red\"" })
	void refusesUnfitQuestion(String members) {
		assertThat(list(members).path("errorInfo").path("code").asString()).isEqualTo("invalid_input");
	}

	@Test
	void refusesStrangersAndNarrowKeys() {
		JsonNode answer = this.caller
			.post("/candidate.listNotes", "{\"candidateId\":\"00000000-0000-4000-8000-000000000000\"}")
			.json();
		assertThat(answer.path("errorInfo").path("code").asString()).isEqualTo("candidate_not_found");
		this.ashby.addKey("writes", EnumSet.of(Scope.CANDIDATES_WRITE));
		assertThat(this.caller.as(Caller.basic("writes:")).post("/candidate.listNotes", "{}").status()).isEqualTo(403);
	}

	private void write(Candidate whose, String text) {
		JsonNode answer = this.caller
			.post("/candidate.createNote", "{\"candidateId\":\"" + whose.id() + "\",\"note\":\"" + text + "\"}")
			.json();
		assertThat(answer.path("success").asBoolean()).isTrue();
	}

	private JsonNode list(String members) {
		return this.caller
			.post("/candidate.listNotes", "{\"candidateId\":\"" + this.candidate.id() + "\"" + members + "}")
			.json();
	}

	private static List<String> contents(JsonNode page) {
		return page.path("results").valueStream().map((note) -> note.path("content").asString()).toList();
	}

}
