package io.bgvbridge.sandbox.cli;

import java.net.URI;
import java.util.Random;

import tools.jackson.databind.JsonNode;

/**
 * One check at a provider on its whole way, from connecting the two vendors to the
 * report; then another one that is cancelled in Ashby and started again.
 */
final class CheckScenario {

	private final Walk walk;

	private final AshbyDesk ashby;

	private final ProviderPortal provider;

	private final OperatorView gateway;

	private final Random random = new Random();

	CheckScenario(Walk walk) {
		this.walk = walk;
		this.ashby = walk.ashby();
		this.provider = walk.provider();
		this.gateway = walk.gateway();
	}

	void go() {
		this.gateway.connect(this.walk.addresses().connection("demo", this.provider.connection()));
		String typeId = this.ashby.assessmentType();
		Person person = Person.random(this.random);
		String assessmentId = this.ashby.start(typeId, this.ashby.candidate(person));
		complete(assessmentId, this.provider.ordered(person, 1));
		this.gateway.timeline(assessmentId);
		cancelAndStartAgain(typeId);
	}

	private void complete(String assessmentId, JsonNode order) {
		Walk.require("the assessment that the order names", assessmentId, this.provider.assessmentId(order));
		this.gateway.verification(assessmentId, "providerReference", this.provider.reference(order));
		this.provider.begin(order);
		this.walk.until("the progress to reach Ashby", () -> this.ashby.assessment(assessmentId),
				(found) -> found.path("status").asString("").equals("In progress"));
		this.walk.note("Ashby shows: In progress");
		if (this.provider.tellsWhen()) {
			this.ashby.expectedTime(assessmentId);
		}
		this.provider.complete(order);
		JsonNode assessment = this.ashby.completed(assessmentId);
		this.gateway.report(URI.create(assessment.path("profileUrl").path("value").asString()),
				this.provider.reportPage(order));
	}

	private void cancelAndStartAgain(String typeId) {
		Person person = Person.random(this.random);
		String candidateId = this.ashby.candidate(person);
		String first = this.ashby.start(typeId, candidateId);
		JsonNode order = this.provider.ordered(person, 1);
		this.gateway.verification(first, "providerReference", this.provider.reference(order));
		this.ashby.cancel(first);
		this.ashby.assessment(first, "cancelled");
		this.walk.note("Ashby shows: cancelled");
		this.gateway.verification(first, "state", "CANCELLED");
		this.walk.note("the operator's view shows: CANCELLED");
		this.provider.cancelled(first, order);
		String second = this.ashby.start(typeId, candidateId);
		Walk.require("the assessment after the re-start", "a new one", first.equals(second) ? "the old" : "a new one");
		complete(second, this.provider.ordered(person, 2));
		Walk.require("Ashby's state of the first assessment", "cancelled",
				this.ashby.assessment(first).path("state").asString());
		this.walk.note("Ashby's first assessment is still cancelled");
	}

}
