package io.bgvbridge.sandbox.ashby;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.bgvbridge.sandbox.ashby.webhook.WebhookEvent;
import io.bgvbridge.sandbox.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The webhook events of one deed: related ones share its id, as at Ashby. */
final class HiringEvents {

	private static final String CREATED_AT = "2026-08-06T15:14:54.420Z";

	private HiringEvents() {
	}

	static List<WebhookEvent> moved(Candidate candidate, Application application) {
		return shared(data(candidate, application), "candidateStageChange", "applicationUpdate");
	}

	static List<WebhookEvent> hired(Candidate candidate, Application application) {
		return shared(data(candidate, application), "candidateHire", "candidateStageChange", "applicationUpdate");
	}

	static List<WebhookEvent> merged(String deleted, String survivor) {
		ObjectNode data = Json.object();
		data.putObject("deletedCandidate").put("id", deleted);
		data.putObject("mergedCandidate").put("id", survivor);
		return shared(data, "candidateMerge");
	}

	static List<WebhookEvent> deleted(String candidateId) {
		ObjectNode data = Json.object();
		data.putObject("candidate").put("id", candidateId);
		return shared(data, "candidateDelete");
	}

	private static List<WebhookEvent> shared(ObjectNode data, String... actions) {
		String actionId = WebhookEvent.newActionId();
		return Stream.of(actions).map((action) -> new WebhookEvent(action, actionId, data)).toList();
	}

	private static ObjectNode data(Candidate candidate, Application application) {
		ObjectNode view = Json.object().putNull("archiveReason");
		view.set("candidate", candidate(candidate));
		view.put("createdAt", CREATED_AT);
		view.set("currentInterviewStage", stage(application.stage()));
		view.putArray("customFields");
		view.set("hiringTeam", Job.hiringTeam());
		view.put("id", application.applicationId());
		view.set("job", Job.inWebhook());
		view.putNull("source");
		view.put("status", application.status()).put("updatedAt", Instant.now().toString());
		return Json.object().set("application", view);
	}

	private static ObjectNode candidate(Candidate candidate) {
		ObjectNode view = Json.object().put("id", candidate.id()).put("name", candidate.name());
		contact(view, "primaryEmailAddress", candidate.email());
		contact(view, "primaryPhoneNumber", candidate.phone());
		return view;
	}

	private static void contact(ObjectNode view, String name, @Nullable String value) {
		if (value != null) {
			view.putObject(name).put("isPrimary", true).put("type", "Personal").put("value", value);
		}
	}

	private static ObjectNode stage(Stage stage) {
		return Json.object()
			.put("id", stage.id())
			.put("interviewPlanId", "91a00000-0000-4000-8000-000000000001")
			.putNull("interviewStageGroupId")
			.put("orderInInterviewPlan", 4)
			.put("title", stage.title())
			.put("type", stage.type());
	}

}
