package io.bgvbridge.sandbox.cli;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.bgvbridge.sandbox.ashby.AshbySimulator;
import tools.jackson.databind.JsonNode;

/**
 * A check that begins when a candidate reaches a stage, without anybody's Start. Its
 * result reaches Ashby as a note, and once a partner id is set as a completed assessment.
 */
final class StageChangeScenario {

	private static final String STAGE = "Background check";

	private final Walk walk;

	private final AshbyDesk ashby;

	private final ProviderPortal provider;

	private final OperatorView gateway;

	private final Random random = new Random();

	StageChangeScenario(Walk walk) {
		this.walk = walk;
		this.ashby = walk.ashby();
		this.provider = walk.provider();
		this.gateway = walk.gateway();
	}

	void go() {
		String secret = secret();
		Connected connected = this.gateway
			.connect(this.walk.addresses().connection("demo stage change", secret, this.provider.connection()));
		String packageKey = this.gateway.packageKey(connected);
		this.gateway.change(connected, Map.of("autoStart", Map.of("stageTitle", STAGE, "packageKey", packageKey)));
		this.walk.note("rule set: the stage '" + STAGE + "' starts " + packageKey);
		String webhook = this.ashby.webhook(connected.requiredWebhookUrl(), secret);
		try {
			resultAsNote();
			this.gateway.change(connected, Map.of("ashby", Map.of("partnerId", AshbySimulator.PARTNER_ID)));
			this.walk.note("partner id set");
			resultAsCompletedAssessment();
		}
		finally {
			// another demo on the same product must not start checks here
			this.ashby.removeWebhook(webhook);
		}
	}

	private void resultAsNote() {
		String candidateId = moved();
		List<JsonNode> notes = this.ashby.about(candidateId, "notes");
		Walk.require("the candidate's notes", "1", Integer.toString(notes.size()));
		this.walk.note("Ashby holds the candidate's note: " + notes.getFirst().path("text").asString());
	}

	private void resultAsCompletedAssessment() {
		String candidateId = moved();
		JsonNode completed = this.ashby.about(candidateId, "completed").getFirst();
		this.walk.note("Ashby holds the completed assessment: " + completed.path("assessmentName").asString() + ", "
				+ completed.path("result").path("label").asString() + " = "
				+ completed.path("result").path("value").asString());
	}

	/** A new candidate whose check began with the stage and is completed. */
	private String moved() {
		Person person = Person.random(this.random);
		String candidateId = this.ashby.candidate(person);
		this.ashby.move(candidateId, STAGE);
		JsonNode order = this.provider.ordered(person, 1);
		String assessmentId = this.provider.assessmentId(order);
		this.gateway.verification(assessmentId, "origin", "AUTO_START");
		this.walk.note("the operator's view shows: started by the rule, " + assessmentId);
		this.gateway.verification(assessmentId, "providerReference", this.provider.reference(order));
		this.provider.begin(order);
		this.provider.complete(order);
		return candidateId;
	}

	private static String secret() {
		byte[] bytes = new byte[20];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
