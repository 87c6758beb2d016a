package io.bgvbridge.sandbox.ashby;

import io.bgvbridge.sandbox.http.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The organisation's one job, as a partner's call and as a webhook shows it. */
final class Job {

	private static final String ID = "70b00000-0000-4000-8000-000000000001";

	private static final String NAME = "Backend Engineer";

	private Job() {
	}

	/** The {@code job} of {@code assessment.start}. */
	static ObjectNode forPartner() {
		ObjectNode job = Json.object()
			.put("ashby_id", ID)
			.put("name", NAME)
			.put("req_id", "REQ-118")
			.put("ashby_job_url", "https://app.ashbyhq.com/jobs/" + ID);
		job.set("hiringTeam", hiringTeam());
		return job;
	}

	/** The {@code job} of an application in a webhook. */
	static ObjectNode inWebhook() {
		return Json.object()
			.put("id", ID)
			.put("title", NAME)
			.put("locationId", "10c00000-0000-4000-8000-000000000001")
			.put("departmentId", "de900000-0000-4000-8000-000000000001");
	}

	static ArrayNode hiringTeam() {
		ArrayNode team = Json.array();
		team.addObject()
			.put("userId", "e9ed20fd-d45f-4aad-8a00-a19bfba0083e")
			.put("firstName", "Anita")
			.put("lastName", "Desai")
			.put("email", "anita.desai@example.com")
			.put("role", "Hiring Manager");
		return team;
	}

}
