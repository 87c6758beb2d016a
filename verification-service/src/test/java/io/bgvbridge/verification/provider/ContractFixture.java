package io.bgvbridge.verification.provider;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.verification.PlantedLog;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * An adapter and its vendor. Whatever a test does, nothing personal and no secret is
 * logged, nor told by a failure.
 */
public abstract class ContractFixture {

	protected static final UUID ASSESSMENT = UUID.fromString("6f1c6c0e-3f0e-4a52-9f1f-0b2d9c1f7a10");

	protected static final UUID KEY = UUID.fromString("0b5f3f0e-6f57-4c4e-9a37-5e8f8f5f3a11");

	protected static final Candidate ASHA = new Candidate("Asha", "Rao", "asha.rao@example.com", "+91 98765 43210");

	protected final ContractVendor vendor = vendor();

	protected final Provider provider = provider(Duration.ofSeconds(10));

	protected final ProviderAccess access = this.vendor.access();

	private PlantedLog log;

	protected abstract ContractVendor vendor();

	protected abstract Provider provider(VendorHttp http, JsonMapper json);

	/** A package of the vendor's. */
	protected abstract String packageKey();

	protected final Provider provider(Duration timeout) {
		return provider(new VendorHttp(timeout), JsonMapper.builder().build());
	}

	@BeforeEach
	void startListening() {
		this.log = new PlantedLog();
	}

	@AfterEach
	void logsNothingPersonal() {
		this.vendor.close();
		this.log.close();
		this.log.holdsNone(planted());
	}

	protected List<String> planted() {
		List<String> planted = new ArrayList<>(
				List.of("Asha", "Rao", "asha.rao", "98765", "form-secret", "forms.example", "words-of-the-vendor"));
		planted.add(this.access.apiToken());
		planted.add(this.vendor.credentials());
		return planted;
	}

	protected final Order order() {
		return order(ASHA);
	}

	protected final Order order(Candidate candidate) {
		return new Order(ASSESSMENT, "ashby-candidate-1", packageKey(), candidate);
	}

	protected final Placement.Placed placed() {
		return (Placement.Placed) this.provider.place(this.access, order(), KEY);
	}

	/** The failure of a call, after a look at what it tells. */
	protected final VendorFailure failure(ThrowingCallable call) {
		VendorFailure failure = catchThrowableOfType(VendorFailure.class, call);
		assertThat(failure).isNotNull();
		StringWriter told = new StringWriter();
		failure.printStackTrace(new PrintWriter(told));
		planted().forEach((word) -> assertThat(told.toString()).doesNotContainIgnoringCase(word));
		return failure;
	}

}
