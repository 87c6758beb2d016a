package io.bgvbridge.sandbox.cli;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.checkr.CheckrSimulator;
import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;
import io.bgvbridge.sandbox.stackone.StackOneSimulator;
import tools.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The played gateway's way to one provider. */
interface PlayedProvider {

	/** The provider of that kind at its simulator. */
	static PlayedProvider of(String kind, URI sandbox) {
		return switch (kind) {
			case "springverify" -> new SpringVerify(
					new Caller(sandbox.resolve("/springverify"), "Bearer " + SpringVerifySimulator.API_TOKEN));
			case "stackone" ->
				new StackOne(new Caller(sandbox.resolve("/stackone"), Caller.basic(StackOneSimulator.API_KEY + ":")));
			default -> new Checkr(new Caller(sandbox.resolve("/checkr"), Caller.basic(CheckrSimulator.API_KEY + ":")));
		};
	}

	/** Orders, and tells the order's id. */
	String order(Candidate candidate, String assessmentId);

	/** The assessment that a callback is about. */
	String subject(JsonNode callback);

	/** "progress", "complete", or empty for neither. */
	String told(JsonNode callback);

	/** Cancels if it can; tells whether somebody has to do it by hand. */
	boolean cancel(String reference);

	/** What the report door answers. */
	Answer report(String reference, JsonNode connection);

	private static Answer seeOther(String page) {
		return new Answer(303, Map.of("Location", page), new byte[0]);
	}

	record SpringVerify(Caller caller) implements PlayedProvider {

		@Override
		public String order(Candidate candidate, String assessmentId) {
			String phone = String.valueOf(candidate.phone()).replaceAll("\\D", "").substring(2);
			return this.caller
				.post("/external/v1/candidate/add", """
						{"candidate":{"name":"%s","email":"%s","phone":"%s","invite":true,
						"meta_data":{"order_id":"%s"}},"package":{"package_id":12,"subtype_id":34}}""".formatted(
						candidate.firstName() + " " + candidate.lastName(), candidate.email(), phone, assessmentId))
				.json()
				.path("data")
				.path("candidate_id")
				.asString();
		}

		@Override
		public String subject(JsonNode callback) {
			return callback.path("meta_data").path("order_id").asString();
		}

		@Override
		public String told(JsonNode callback) {
			return switch (callback.path("overall_status_code").asInt()) {
				case 0 -> "progress";
				case 1 -> "complete";
				default -> "";
			};
		}

		@Override
		public boolean cancel(String reference) {
			return true;
		}

		@Override
		public Answer report(String reference, JsonNode connection) {
			return Answer.bytes(200, "application/pdf", "%PDF-1.4".getBytes(US_ASCII));
		}

	}

	record StackOne(Caller caller) implements PlayedProvider {

		@Override
		public String order(Candidate candidate, String assessmentId) {
			return this.caller
				.send(this.caller
					.json("/unified/screening/orders",
							"""
									{"package_id":"54321","candidate":{"first_name":"%s","last_name":"%s","email":"%s"},
									"unified_custom_fields":{"order_ref":"%s"}}""".formatted(candidate.firstName(),
									candidate.lastName(), candidate.email(), assessmentId))
					.header("x-account-id", StackOneSimulator.ACCOUNT_ID))
				.json()
				.path("data")
				.path("id")
				.asString();
		}

		@Override
		public String subject(JsonNode callback) {
			return callback.path("data").path("unified_custom_fields").path("order_ref").asString();
		}

		@Override
		public String told(JsonNode callback) {
			return switch (callback.path("data").path("status").asString()) {
				case "in_progress" -> "progress";
				case "completed" -> "complete";
				default -> "";
			};
		}

		@Override
		public boolean cancel(String reference) {
			return true;
		}

		@Override
		public Answer report(String reference, JsonNode connection) {
			return seeOther(connection.path("baseUrl").asString() + "/results/" + reference);
		}

	}

	record Checkr(Caller caller) implements PlayedProvider {

		@Override
		public String order(Candidate candidate, String assessmentId) {
			JsonNode known = this.caller.get("/v1/candidates?custom_id=" + candidate.id()).json().path("data");
			JsonNode person = known.isEmpty() ? this.caller
				.post("/v1/candidates",
						"{\"email\":\"%s\",\"first_name\":\"%s\",\"last_name\":\"%s\",\"custom_id\":\"%s\"}"
							.formatted(candidate.email(), candidate.firstName(), candidate.lastName(), candidate.id()))
				.json() : known.path(0);
			return this.caller.post("/v1/invitations", """
					{"candidate_id":"%s","package":"employment_education","work_locations":[{"country":"US"}],
					"tags":["order:%s"]}""".formatted(person.path("id").asString(), assessmentId))
				.json()
				.path("id")
				.asString();
		}

		@Override
		public String subject(JsonNode callback) {
			return List.copyOf(callback.path("data").path("object").path("tags").values())
				.stream()
				.map((tag) -> tag.asString().replace("order:", ""))
				.findFirst()
				.orElse("");
		}

		@Override
		public String told(JsonNode callback) {
			return switch (callback.path("type").asString()) {
				case "report.created" -> "progress";
				case "report.completed" -> "complete";
				default -> "";
			};
		}

		@Override
		public boolean cancel(String reference) {
			return this.caller.delete("/v1/invitations/" + reference).status() != 200;
		}

		@Override
		public Answer report(String reference, JsonNode connection) {
			return seeOther(connection.path("portalUrl").asString().replace("{reference}", reference));
		}

	}

}
