package io.bgvbridge.sandbox.ashby;

import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CustomFieldsTests {

	private static final String PHONE = "{\"id\":\"candidate_phone\",\"name\":\"Phone\",\"type\":\"Phone\"}";

	private final GatewayStub gateway = new GatewayStub();

	private final AshbySimulator ashby = new AshbySimulator();

	private final SandboxServer server = SandboxServer.start(0, this.ashby);

	private final Caller caller = new Caller(this.server.url("ashby"));

	@BeforeEach
	void connect() {
		this.ashby.recruiter().connect(this.gateway.baseUrl(), "token");
	}

	@AfterEach
	void close() {
		this.server.close();
		this.gateway.close();
	}

	@Test
	void callsThePartnerByBothNames() {
		this.gateway.answers(200, fields(PHONE + ",{\"id\":\"d\",\"name\":\"D\",\"type\":\"ValueSelect\","
				+ "\"possible_values\":[{\"key\":\"eng\",\"value\":\"Engineering\"}],\"isRequired\":true}"));
		Caller.Reply reply = this.caller.post("/ui/custom-fields/sync", "");
		assertThat(reply.json()).hasSize(2);
		assertThat(reply.json().get(1).path("possibleValues").get(0).path("key").asString()).isEqualTo("eng");
		assertThat(reply.json().get(1).path("isRequired").asBoolean()).isTrue();
		this.caller.post("/ui/custom-fields/sync", "{\"name\":\"customFields.fetch\"}");
		assertThat(this.gateway.paths()).containsExactly("/ashby/assessment.customField.list",
				"/ashby/customFields.fetch");
		assertThat(this.caller.post("/ui/custom-fields/sync", "{\"name\":\"workflow.list\"}").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"success\":true}", "{\"success\":true,\"results\":[]}",
			"{\"success\":false,\"fields\":[]}", "{\"success\":true,\"fields\":{}}" })
	void refusesUnfitAnswer(String answer) {
		this.gateway.answers(200, answer);
		assertThat(this.caller.post("/ui/custom-fields/sync", "").status()).isEqualTo(502);
	}

	@ParameterizedTest
	@ValueSource(strings = { "7", "{}", "{\"id\":\"\",\"name\":\"N\",\"type\":\"String\"}",
			"{\"id\":\"i\",\"name\":\"\",\"type\":\"String\"}", "{\"id\":\"i\",\"name\":\"N\",\"type\":\"string\"}",
			"{\"id\":\"i\",\"name\":\"N\",\"type\":\"ValueSelect\"}",
			"{\"id\":\"i\",\"name\":\"N\",\"type\":\"ValueSelect\",\"possible_values\":[{\"key\":\"k\"}]}",
			"{\"id\":\"i\",\"name\":\"N\",\"type\":\"MultiValueSelect\",\"possible_values\":[{\"key\":\"\",\"value\":\"v\"}]}",
			"{\"id\":\"i\",\"name\":\"N\",\"type\":\"String\",\"isRequired\":\"yes\"}",
			"{\"id\":\"candidate_phone\",\"name\":\"again\",\"type\":\"Phone\"}" })
	void refusesUnfitField(String field) {
		this.gateway.answers(200, fields(PHONE + "," + field));
		assertThat(this.caller.post("/ui/custom-fields/sync", "").status()).isEqualTo(502);
	}

	@Test
	void tellsThePartnersError() {
		this.gateway.answers(404, "{\"success\":false,\"errorInfo\":{\"code\":\"no_fields\",\"message\":\"None\"}}");
		assertThat(this.caller.post("/ui/custom-fields/sync", "").json().path("detail").asString())
			.isEqualTo("The partner answered HTTP 404: no_fields: None");
	}

	private static String fields(String fields) {
		return "{\"success\":true,\"fields\":[" + fields + "]}";
	}

}
