package io.bgvbridge.ashby;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.vendor.VendorHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AshbyNotesTests {

	private static final DataValue RESULT = DataValue.text("bgv-result", "Result", "Clear");

	private final AshbyStub ashby = new AshbyStub();

	private final AshbyClient client = new AshbyClient(new VendorHttp(Duration.ofSeconds(5)));

	@AfterEach
	void stop() {
		this.ashby.close();
	}

	@Test
	void writesPlainNoteThatNotifiesNobody() {
		this.ashby.answersOnce(200, "{\"success\":true,\"results\":{\"id\":\"n1\",\"isPrivate\":false}}");
		assertThat(this.client.createNote(this.ashby.access(), "c1", "<b> \"Clear\"")).isEqualTo("n1");
		assertThat(this.ashby.call().path()).isEqualTo("/ashby/candidate.createNote");
		assertThat(this.ashby.call().body()).asString()
			.isEqualTo(
					"""
							{"candidateId":"c1","note":{"type":"text/plain","value":"<b> \\"Clear\\""},"sendNotifications":false}""");
	}

	@Test
	void takesNoteWithoutIdAsWritten() {
		this.ashby.answersOnce(200, "{\"success\":true}");
		assertThat(this.client.createNote(this.ashby.access(), "c1", "text")).isEmpty();
	}

	@Test
	void readsEveryPageOfNotes() {
		this.ashby.answersOnce(200, """
				{"success":true,"results":[{"id":"1","content":"one"},{"id":"2","content":null}],
				"moreDataAvailable":true,"nextCursor":"next"}""");
		this.ashby.answersOnce(200,
				"""
						{"success":true,"results":[{"id":"3","content":"three"}],"moreDataAvailable":false,"nextCursor":"x"}""");
		assertThat(this.client.noteTexts(this.ashby.access(), "c1")).containsExactly("one", "", "three");
		assertThat(this.ashby.calls()).extracting((call) -> new String(call.body(), StandardCharsets.UTF_8))
			.containsExactly("{\"candidateId\":\"c1\",\"limit\":100}",
					"{\"candidateId\":\"c1\",\"limit\":100,\"cursor\":\"next\"}");
		assertThat(this.ashby.call().path()).isEqualTo("/ashby/candidate.listNotes");
	}

	@Test
	void doesNotTakeUnreadNotesForMissing() {
		for (int page = 0; page < 11; page++) {
			this.ashby.answersOnce(200, """
					{"success":true,"results":[],"moreDataAvailable":true,"nextCursor":"next"}""");
		}
		assertThatExceptionOfType(Unintelligible.class)
			.isThrownBy(() -> this.client.noteTexts(this.ashby.access(), "c1"));
		assertThat(this.ashby.calls()).hasSize(10);
	}

	@Test
	void doesNotTakePageWithoutItsCursorForTheLast() {
		this.ashby.answersOnce(200, "{\"success\":true,\"results\":[],\"moreDataAvailable\":true}");
		assertThatExceptionOfType(Unintelligible.class)
			.isThrownBy(() -> this.client.noteTexts(this.ashby.access(), "c1"));
		assertThat(this.ashby.calls()).hasSize(1);
	}

	@Test
	void addsCompletedAssessmentAsTheContractHasIt() {
		this.ashby.answers(200, "accepted.json");
		byte[] body = AshbyClient.body(
				completed(List.of(DataValue.link("bgv-profile", "Full report", "https://bgv.example.com/reports/7b"))));
		this.client.addCompleted(this.ashby.access(), body);
		assertThat(this.ashby.call().path()).isEqualTo("/ashby/assessment.addCompletedToCandidate");
		assertThat(this.ashby.call().body()).isEqualTo(body);
		assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(
				"{\"candidateId\":\"f9e52a51-a075-4116-a7b8-484deba69004\",\"partnerId\":\"0c0c0c0c-1111-4222-8333-444444444444\","
						+ "\"assessment\":{\"assessmentTypeId\":\"e9ed20fd-d45f-4aad-8a00-a19bfba0083e\","
						+ "\"assessmentId\":\"7b0f0d0e-6a0b-4b55-9f0a-0e6f4e0f3c11\",\"assessmentName\":\"India Standard BGV\","
						+ "\"result\":{\"identifier\":\"bgv-result\",\"label\":\"Result\",\"type\":\"string\",\"value\":\"Clear\"},"
						+ "\"metadata\":[{\"identifier\":\"bgv-profile\",\"label\":\"Full report\",\"type\":\"url\",\"value\":\"https://bgv.example.com/reports/7b\"}]},"
						+ "\"timestamp\":1665990638489}");
	}

	@Test
	void sendsMetadataThoughThereIsNone() {
		assertThat(AshbyClient.body(completed(List.of()))).asString().contains("\"metadata\":[]");
	}

	@Test
	void refusesCompletedAssessmentsThatAshbyWouldRefuse() {
		assertThatIllegalArgumentException().isThrownBy(() -> completed(List.of(RESULT)))
			.withMessageContaining("unique");
		UUID id = UUID.randomUUID();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CompletedAssessment("", "p", id, id, "name", RESULT, List.of(), 1));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CompletedAssessment("c", " ", id, id, "name", RESULT, List.of(), 1));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CompletedAssessment("c", "p", id, id, "name", RESULT, List.of(), 0));
	}

	@Test
	void takesRefusalOfNoteAsRejected() {
		this.ashby.answers(200, "invalid-input.json");
		assertThatExceptionOfType(Rejected.class)
			.isThrownBy(() -> this.client.createNote(this.ashby.access(), "c1", "text"));
		assertThatExceptionOfType(Rejected.class)
			.isThrownBy(() -> this.client.addCompleted(this.ashby.access(), AshbyClient.body(completed(List.of()))));
	}

	private static CompletedAssessment completed(List<DataValue> metadata) {
		return new CompletedAssessment("f9e52a51-a075-4116-a7b8-484deba69004", "0c0c0c0c-1111-4222-8333-444444444444",
				UUID.fromString("e9ed20fd-d45f-4aad-8a00-a19bfba0083e"),
				UUID.fromString("7b0f0d0e-6a0b-4b55-9f0a-0e6f4e0f3c11"), "India Standard BGV", RESULT, metadata,
				1665990638489L);
	}

}
