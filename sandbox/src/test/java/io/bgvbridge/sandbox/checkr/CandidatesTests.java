package io.bgvbridge.sandbox.checkr;

import io.bgvbridge.sandbox.http.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CandidatesTests {

	private static final String ERASURE = "{\"deletion_contact_email_address\":\"privacy@example.com\"}";

	private final Account account = new Account();

	@AfterEach
	void close() {
		this.account.close();
	}

	@Test
	void makesACandidate() {
		Caller.Reply reply = this.account.post("/candidates", Account.CANDIDATE);
		assertThat(reply.status()).isEqualTo(201);
		assertThat(reply.json().path("id").asString()).matches("[0-9a-f]{24}");
		assertThat(reply.json().path("custom_id").asString()).isEqualTo("c-1");
		assertThat(reply.json().path("metadata").path("order").asString()).isEqualTo("o-1");
		assertThat(this.account.post("/candidates", "{\"email\":\"b@example.com\"}").status()).isEqualTo(201);
		assertThat(this.account.get("/candidates/" + reply.json().path("id").asString()).text())
			.isEqualTo(reply.text());
	}

	@Test
	void findsByCustomIdAndEmailInPages() {
		String first = this.account.candidate();
		String second = this.account.candidate();
		this.account.post("/candidates", "{\"email\":\"b@example.com\",\"custom_id\":\"c-2\"}");
		JsonNode found = this.account.get("/candidates?custom_id=c-1&per_page=1&page=2").json();
		assertThat(found.path("count").asInt()).isEqualTo(2);
		assertThat(found.path("data")).singleElement()
			.satisfies((each) -> assertThat(each.path("id").asString()).isEqualTo(first));
		assertThat(found.path("next_href").isNull()).isTrue();
		JsonNode newest = this.account.get("/candidates?custom_id=c-1&per_page=1").json();
		assertThat(newest.path("data").path(0).path("id").asString()).isEqualTo(second);
		assertThat(newest.path("next_href").asString()).contains("page=2", "custom_id=c-1");
		assertThat(this.account.get("/candidates?email=B%40example.com").json().path("data")).hasSize(1);
		assertThat(this.account.get("/candidates").json().path("data")).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?per_page=101", "?per_page=0", "?page=0", "?colour=1" })
	void refusesUnfitListing(String query) {
		assertThat(this.account.get("/candidates" + query).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "\"asha.rao@example.com\" | \"\" | email is required",
					"\"asha.rao@example.com\" | \"asha\" | email is invalid",
					"\"+91 98765 43210\" | \"call me\" | phone is invalid", "\"Asha\" | 7 | first_name is invalid",
					"\"no_middle_name\":true | \"no_middle_name\":\"yes\" | no_middle_name is invalid",
					"{\"order\":\"o-1\"} | {\"order\":{}} | metadata is invalid",
					"\"custom_id\" | \"customId\" | customId is not a known parameter" })
	void refusesUnfitMember(String good, String bad, String problem) {
		String body = Account.CANDIDATE.replace(good, bad);
		assertThat(body).isNotEqualTo(Account.CANDIDATE);
		Caller.Reply reply = this.account.post("/candidates", body);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().path("error").valueStream()).singleElement()
			.satisfies((error) -> assertThat(error.asString()).isEqualTo(problem));
		assertThat(this.account.vendor.candidates()).isEmpty();
	}

	@Test
	void refusesWhatIsNotJson() {
		assertThat(this.account.post("/candidates", "{").status()).isEqualTo(400);
		assertThat(this.account.post("/candidates", "[]").status()).isEqualTo(400);
	}

	@Test
	void refusesAThirdOfTheSame() {
		this.account.candidate();
		this.account.candidate();
		Caller.Reply third = this.account.post("/candidates", Account.CANDIDATE);
		assertThat(third.status()).isEqualTo(409);
		assertThat(third.json().path("error").isString()).isTrue();
		assertThat(this.account.vendor.candidates()).hasSize(2);
	}

	@Test
	void erasesAPerson() {
		String id = this.account.candidate();
		String path = "/candidates/" + id + "/pii";
		assertThat(this.account.delete(path, "{}").status()).isEqualTo(400);
		assertThat(this.account.delete(path, "{\"deletion_contact_email_address\":\"privacy@example.com\"}").status())
			.isEqualTo(200);
		JsonNode erased = this.account.get("/candidates/" + id).json();
		assertThat(erased.path("email").isNull()).isTrue();
		assertThat(erased.path("first_name").isNull()).isTrue();
		assertThat(erased.path("phone").isNull()).isTrue();
		assertThat(erased.path("custom_id").asString()).isEqualTo("c-1");
		assertThat(erased.toString()).doesNotContain("Asha", "Rao", "asha.rao", "98765");
		assertThat(this.account.get("/candidates?email=asha.rao%40example.com").json().path("data")).isEmpty();
		assertThat(this.account.vendor.candidates().toString()).doesNotContain("asha");
	}

	@Test
	void saysWhoAskedForAnErasureIfTold() {
		String path = "/candidates/" + this.account.candidate() + "/pii";
		assertThat(this.account.delete(path, ERASURE.replace("}", ",\"deletion_contact_first_name\":7}")).status())
			.isEqualTo(400);
		assertThat(this.account.delete(path, ERASURE.replace("}", ",\"reason\":\"asked\"}")).status()).isEqualTo(400);
		assertThat(this.account
			.delete(path,
					ERASURE.replace("}",
							",\"deletion_contact_first_name\":\"Anita\",\"deletion_contact_last_name\":\"Desai\"}"))
			.status()).isEqualTo(200);
	}

	@Test
	void erasesAPersonOnce() {
		String path = "/candidates/" + this.account.candidate() + "/pii";
		assertThat(this.account.delete(path, ERASURE).status()).isEqualTo(200);
		assertThat(this.account.delete(path, ERASURE).status()).isEqualTo(400);
		assertThat(this.account.delete("/candidates/4722c07dd9a10c3985ae432a/pii", ERASURE).status()).isEqualTo(404);
		assertThat(this.account.caller.as("").delete("/v1" + path).status()).isEqualTo(401);
	}

}
