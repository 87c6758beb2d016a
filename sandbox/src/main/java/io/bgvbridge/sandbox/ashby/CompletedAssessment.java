package io.bgvbridge.sandbox.ashby;

import java.util.List;

/**
 * A check that began elsewhere and was added to a candidate.
 *
 * @param assessmentId the partner's id
 * @param assessmentTypeId the partner's type
 * @param assessmentName shown to the recruiter
 * @param candidateId the candidate, another one after a merge
 * @param applicationId the candidate's application
 * @param result the newest result
 * @param metadata the newest values
 * @param timestamp milliseconds, as the partner said
 * @param updatesReceived calls that were applied, repeats not counted
 * @param repeatsReceived byte-for-byte repeats
 */
public record CompletedAssessment(String assessmentId, String assessmentTypeId, String assessmentName,
		String candidateId, String applicationId, DataValue result, List<DataValue> metadata, long timestamp,
		int updatesReceived, int repeatsReceived) {

	CompletedAssessment after(CompletedAssessment earlier) {
		return new CompletedAssessment(this.assessmentId, this.assessmentTypeId, this.assessmentName, this.candidateId,
				this.applicationId, this.result, this.metadata, this.timestamp, earlier.updatesReceived + 1,
				earlier.repeatsReceived);
	}

	CompletedAssessment repeated() {
		return new CompletedAssessment(this.assessmentId, this.assessmentTypeId, this.assessmentName, this.candidateId,
				this.applicationId, this.result, this.metadata, this.timestamp, this.updatesReceived,
				this.repeatsReceived + 1);
	}

	CompletedAssessment ownedBy(String survivor) {
		return new CompletedAssessment(this.assessmentId, this.assessmentTypeId, this.assessmentName, survivor,
				this.applicationId, this.result, this.metadata, this.timestamp, this.updatesReceived,
				this.repeatsReceived);
	}

}
