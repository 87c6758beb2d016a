package io.bgvbridge.sandbox.ashby;

import java.util.List;

import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person at Ashby's screens: connects the partner, presses Start and Cancel. Ashby's
 * calls to the partner leave from here.
 */
public final class Recruiter {

	private static final String JOB_ID = "70b00000-0000-4000-8000-000000000001";

	private final Assessments assessments;

	private final Candidates candidates;

	private volatile @Nullable Partner partner;

	Recruiter(Assessments assessments, Candidates candidates) {
		this.assessments = assessments;
		this.candidates = candidates;
	}

	/**
	 * Pastes what the partner showed into the integration's tile.
	 * @param baseUrl the partner's base URL, with or without a trailing slash
	 * @param externalApiToken the partner's token for this organisation
	 */
	public void connect(String baseUrl, String externalApiToken) {
		if (!ValueType.isWebAddress(baseUrl)) {
			throw new Refused(400, "baseUrl must be an http or https address");
		}
		this.partner = new Partner(baseUrl, externalApiToken);
	}

	/** The pasted base URL, or null. */
	public @Nullable String baseUrl() {
		Partner known = this.partner;
		return (known != null) ? known.baseUrl() : null;
	}

	/**
	 * Opens the drop-down list, which calls the partner's {@code assessment.list}.
	 * @throws Refused with 502 when the answer breaks the contract
	 */
	public List<AssessmentType> assessmentTypes() {
		try {
			return partner().call("assessment.list", Json.object()).assessmentTypes();
		}
		catch (PartnerMisfit ex) {
			throw new Refused(502, "The partner " + ex.problem());
		}
	}

	/** Presses Start on a candidate's application. */
	public Outcome start(String assessmentTypeId, String candidateId) {
		return start(assessmentTypeId, known(this.candidates.find(candidateId)), Json.object());
	}

	/** Presses Cancel on an assessment. */
	public Outcome cancel(String assessmentId) {
		Assessment assessment = this.assessments.find(assessmentId);
		if (assessment == null) {
			throw new Refused(404, "No such assessment");
		}
		try {
			partner().call("assessment.cancel", Json.object().put("assessment_id", assessmentId))
				.cancelled(assessmentId);
			return new Outcome.Accepted(this.assessments.cancelAccepted(assessment));
		}
		catch (PartnerMisfit ex) {
			return new Outcome.Broken(ex.problem());
		}
	}

	Outcome start(String assessmentTypeId, Candidate candidate, JsonNode additionalFields) {
		try {
			PartnerAnswer answer = partner().call("assessment.start",
					body(assessmentTypeId, candidate, additionalFields));
			return switch (answer.status()) {
				case 409 -> new Outcome.AlreadyAssessed();
				case 422 -> new Outcome.Refused(answer.message());
				default -> {
					PartnerAnswer.StartedAnswer started = answer.started();
					yield new Outcome.Accepted(this.assessments.start(started.assessmentId(), assessmentTypeId,
							candidate.application(), started.update(), started.rawUpdate()));
				}
			};
		}
		catch (PartnerMisfit ex) {
			return new Outcome.Broken(ex.problem());
		}
		catch (AshbyRefusal ex) {
			return new Outcome.Broken(ex.message());
		}
	}

	static Candidate known(@Nullable Candidate candidate) {
		if (candidate == null) {
			throw new Refused(404, "No such candidate");
		}
		return candidate;
	}

	private Partner partner() {
		Partner known = this.partner;
		if (known == null) {
			throw new Refused(409, "Connect the partner first: POST /ashby/ui/integration");
		}
		return known;
	}

	private static ObjectNode body(String assessmentTypeId, Candidate candidate, JsonNode additionalFields) {
		ObjectNode body = Json.object().put("assessment_type_id", assessmentTypeId);
		body.putObject("candidate")
			.put("ashby_id", candidate.id())
			.put("first_name", candidate.firstName())
			.put("last_name", candidate.lastName())
			.put("email", candidate.email())
			.put("ashby_profile_url", candidate.profileUrl());
		body.putObject("application").put("ashby_id", candidate.applicationId()).put("status", "Active");
		ObjectNode job = body.putObject("job")
			.put("ashby_id", JOB_ID)
			.put("name", "Backend Engineer")
			.put("req_id", "REQ-118")
			.put("ashby_job_url", "https://app.ashbyhq.com/jobs/" + JOB_ID);
		job.putArray("hiringTeam")
			.addObject()
			.put("userId", "e9ed20fd-d45f-4aad-8a00-a19bfba0083e")
			.put("firstName", "Anita")
			.put("lastName", "Desai")
			.put("email", "anita.desai@example.com")
			.put("role", "Hiring Manager");
		if (!additionalFields.isEmpty()) {
			body.set("additional_fields", additionalFields);
		}
		return body;
	}

}
