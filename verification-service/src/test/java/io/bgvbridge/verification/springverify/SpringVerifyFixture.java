package io.bgvbridge.verification.springverify;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.verification.PlantedLog;
import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.ProviderAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.json.JsonMapper;

/**
 * The adapter against a stub. Whatever a test does, nothing personal and no secret is
 * logged.
 */
abstract class SpringVerifyFixture {

	static final UUID ASSESSMENT = UUID.fromString("6f1c6c0e-3f0e-4a52-9f1f-0b2d9c1f7a10");

	static final List<String> PLANTED = List.of("Asha", "Rao", "asha.rao", "98765", "form-secret", "forms.example",
			SpringVerifyStub.TOKEN);

	static final UUID KEY = UUID.fromString("0b5f3f0e-6f57-4c4e-9a37-5e8f8f5f3a11");

	final SpringVerifyStub stub = new SpringVerifyStub();

	final ProviderAccess access = this.stub.access();

	final SpringVerify springVerify = adapter(Duration.ofSeconds(10));

	PlantedLog log;

	@BeforeEach
	void startListening() {
		this.log = new PlantedLog();
	}

	@AfterEach
	void logsNothingPersonal() {
		this.stub.close();
		this.log.close();
		this.log.holdsNone(PLANTED);
	}

	static SpringVerify adapter(Duration timeout) {
		JsonMapper json = JsonMapper.builder().build();
		return new SpringVerify(new SpringVerifyClient(new VendorHttp(timeout), json), json);
	}

	static Order order() {
		return order("+91 98765 43210");
	}

	static Order order(String phone) {
		return new Order(ASSESSMENT, "candidate-1", "12:34",
				new Candidate("Asha", "Rao", "asha.rao@example.com", phone));
	}

}
