package io.bgvbridge.gateway.connection;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class RefusedChangeTests {

	@Autowired
	private Samples samples;

	private final VendorStub vendor = new VendorStub();

	private Joined joined;

	@BeforeEach
	void connect() {
		this.joined = this.samples.connect(this.vendor);
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"name\": null} | name", "{\"name\": 7} | name",
			"{\"ashby\": {\"apiKey\": null}} | ashby.apiKey",
			"{\"provider\": {\"apiToken\": \"a b\"}} | provider.apiToken",
			"{\"ashby\": {\"webhookSecret\": \"short\"}} | ashby.webhookSecret",
			"{\"ashby\": {\"partnerId\": \"x\"}} | ashby.partnerId", "{\"reportFile\": \"yes\"} | reportFile",
			"{\"ashby\": {\"baseUrl\": \"https://evil.example.com\"}} | ashby.baseUrl",
			"{\"provider\": {\"baseUrl\": null}} | provider.baseUrl", "{\"overlap\": \"P31D\"} | overlap",
			"{\"autoStart\": \"Offer\"} | autoStart", "{\"autoStart\": {\"packageKey\": \"1:2\"}} | autoStart",
			"{\"autoStart\": {\"stageTitle\": \"a\", \"onHire\": true, \"packageKey\": \"1:2\"}} | autoStart",
			"{\"autoStart\": {\"stageTitle\": \"a\"}} | autoStart.packageKey",
			"{\"autoStart\": {\"stageTitle\": \" \", \"packageKey\": \"1:2\"}} | autoStart.stageTitle",
			"{\"autoStart\": {\"onHire\": false, \"packageKey\": \"1:2\"}} | autoStart.onHire",
			"{\"autoStart\": {\"stageTitle\": \"a\", \"packageKey\": \"1:2\", \"package\": 1}} | autoStart.package" })
	void namesTheFieldThatIsWrong(String body, String field) {
		Caller.Answer answer = operator().patch(path(), body);
		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.json().path("errors")).extracting((error) -> error.path("field").asString()).contains(field);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"retention\": 7} | retention",
			"{\"ashby\": {\"baseURL\": \"https://localhost\"}} | ashby.baseURL", "{\"status\": \"LIVE\"} | status" })
	void refusesWhatItDoesNotKnowByName(String body, String field) {
		Caller.Answer answer = operator().patch(path(), body);
		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.json().path("field").asString()).isEqualTo(field);
	}

	@Test
	void refusesToConnectWithWhatItDoesNotKnowByName() {
		Caller.Answer answer = operator().post("/api/connections", """
				{"name": "Acme", "ashby": {"apiKey": "k"}, "provider": {"kind": "springverify", "apiToken": "t"},
				 "retention": 30}""");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("field").asString()).isEqualTo("retention");
	}

	private String path() {
		return "/api/connections/" + this.joined.connectionId();
	}

	private Caller operator() {
		return this.samples.stranger().operator();
	}

}
