package io.bgvbridge.sandbox.ashby;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

	static final List<String> CUSTOM_FIELDS = List.of("assessment.customField.list", "customFields.fetch");

	private final Assessments assessments;

	private final Candidates candidates;

	private final Map<String, String> typeNames = new ConcurrentHashMap<>();

	private volatile List<CustomField> syncedFields = List.of();

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
			List<AssessmentType> types = partner().call("assessment.list", Json.object()).assessmentTypes();
			types.forEach((type) -> this.typeNames.put(type.assessmentTypeId(), type.name()));
			return types;
		}
		catch (PartnerMisfit ex) {
			throw new Refused(502, "The partner " + ex.problem());
		}
	}

	/**
	 * Presses Sync Custom Fields, which calls the partner.
	 * @param operation {@code assessment.customField.list}, or the newer
	 * {@code customFields.fetch}
	 * @throws Refused with 502 when the answer breaks the contract
	 */
	public List<CustomField> customFields(String operation) {
		if (!CUSTOM_FIELDS.contains(operation)) {
			throw new Refused(400, "name is one of " + String.join(", ", CUSTOM_FIELDS));
		}
		try {
			List<CustomField> fields = partner().call(operation, Json.object()).customFields();
			this.syncedFields = fields;
			return fields;
		}
		catch (PartnerMisfit ex) {
			throw new Refused(502, "The partner " + ex.problem());
		}
	}

	/** The custom fields as they were synced last. */
	public List<CustomField> syncedFields() {
		return this.syncedFields;
	}

	/** The type's name as it was listed last; the id of one that never was. */
	public String typeName(@Nullable String assessmentTypeId) {
		return (assessmentTypeId != null) ? this.typeNames.getOrDefault(assessmentTypeId, assessmentTypeId)
				: "Assessment";
	}

	/** Presses Start on a candidate's application. */
	public Outcome start(String assessmentTypeId, String candidateId) {
		String applicationId = this.candidates.shown(candidateId).applicationId();
		return start(assessmentTypeId, this.candidates.application(applicationId), Json.object());
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

	Outcome start(String assessmentTypeId, Application application, JsonNode additionalFields) {
		Candidate candidate = this.candidates.shown(application.candidateId());
		try {
			PartnerAnswer answer = partner().call("assessment.start",
					body(assessmentTypeId, application, candidate, additionalFields));
			return switch (answer.status()) {
				case 409 -> new Outcome.AlreadyAssessed();
				case 422 -> new Outcome.Refused(answer.message());
				default -> {
					PartnerAnswer.StartedAnswer started = answer.started();
					yield new Outcome.Accepted(this.assessments.start(started.assessmentId(), assessmentTypeId,
							application, started.update(), started.rawUpdate()));
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

	private Partner partner() {
		Partner known = this.partner;
		if (known == null) {
			throw new Refused(409, "Connect the partner first: POST /ashby/ui/integration");
		}
		return known;
	}

	private static ObjectNode body(String assessmentTypeId, Application application, Candidate candidate,
			JsonNode additionalFields) {
		ObjectNode body = Json.object().put("assessment_type_id", assessmentTypeId);
		body.putObject("candidate")
			.put("ashby_id", candidate.id())
			.put("first_name", candidate.firstName())
			.put("last_name", candidate.lastName())
			.put("email", candidate.email())
			.put("ashby_profile_url", candidate.profileUrl());
		body.putObject("application").put("ashby_id", application.applicationId()).put("status", application.status());
		body.set("job", Job.forPartner());
		if (!additionalFields.isEmpty()) {
			body.set("additional_fields", additionalFields);
		}
		return body;
	}

}
