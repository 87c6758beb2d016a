package io.bgvbridge.gateway;

import io.bgvbridge.gateway.Samples.Joined;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the doors leave behind of those who use them.
 */
@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class QuietDoorTests {

	@Autowired
	private Samples samples;

	@Autowired
	private MeterRegistry meters;

	@Test
	void countRefusalsAndLogNoSecret(CapturedOutput output) {
		Caller stranger = this.samples.stranger();
		String token = "bgvt_" + "Q".repeat(43);
		String secret = "bgvs_" + "Q".repeat(43);
		String signature = "sha256=" + "5".repeat(64);
		try (VendorStub vendor = new VendorStub()) {
			Joined joined = this.samples.connect(vendor);
			double[] before = { refused("ashby"), refused("callback"), refused("webhook") };
			stranger.basic(token, "").post("/ashby/assessment.start", "{}");
			stranger.authorized("Bearer " + secret).post("/callbacks/springverify/" + joined.connectionId(), "{}");
			stranger.postSigned("/ashby/webhooks/" + joined.connectionId(), new byte[0], signature);
			assertThat(new double[] { refused("ashby") - before[0], refused("callback") - before[1],
					refused("webhook") - before[2] })
				.containsExactly(1, 1, 1);
			assertThat(output.getAll()).doesNotContain(token, secret, signature, joined.token(),
					joined.callbackSecret(), Samples.WEBHOOK_SECRET);
		}
	}

	@Test
	void logNobody(CapturedOutput output) {
		try (VendorStub vendor = new VendorStub().answersCandidate("9876501234")) {
			Joined joined = this.samples.connect(vendor, "{\"stageTitle\": \"Pre-Screen\", \"packageKey\": \"12:34\"}");
			joined.ashby().post("/ashby/assessment.start", Samples.start(joined.typeId(), "app"));
			this.samples.webhook(joined, Samples.stageChange("app-quiet"));
			this.samples.webhook(joined, Samples.stageChange("app-nameless").replace("Test Candidate", ""));
			joined.ashby()
				.post("/ashby/assessment.start",
						Samples.start(joined.typeId(), "app").replace("asha.rao@example.com", "asha.rao"));
			assertThat(output.getAll()).contains("autostart.done", "assessment.started", "autostart.ignored")
				.doesNotContain("Asha", "asha.rao", "Test Candidate", "candidate@example.com", "9876501234",
						"5550001234");
		}
	}

	private double refused(String door) {
		return this.meters.counter("bgv.signin.refused", "door", door).count();
	}

}
