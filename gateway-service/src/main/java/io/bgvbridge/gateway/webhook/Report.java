package io.bgvbridge.gateway.webhook;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What others are told of a webhook: ids only.
 *
 * @param eventId identity of the record
 * @param connectionId the connection
 * @param action what happened
 * @param applicationId the application; null for what happens to candidates
 * @param candidateId the candidate
 * @param survivingCandidateId whom a candidate was merged into; else null
 * @param stageId the stage that was entered; null if none was
 */
record Report(UUID eventId, UUID connectionId, Action action, @Nullable String applicationId, String candidateId,
		@Nullable String survivingCandidateId, @Nullable String stageId) {

	static Report moved(UUID eventId, UUID connectionId, Action action, Application application) {
		return new Report(eventId, connectionId, action, application.applicationId(), application.candidateId(), null,
				(action == Action.STAGE_CHANGE && !application.stageId().isEmpty()) ? application.stageId() : null);
	}

	static Report merged(UUID eventId, UUID connectionId, String candidateId, String survivingCandidateId) {
		return new Report(eventId, connectionId, Action.MERGE, null, candidateId, survivingCandidateId, null);
	}

	static Report deleted(UUID eventId, UUID connectionId, String candidateId) {
		return new Report(eventId, connectionId, Action.DELETE, null, candidateId, null, null);
	}

}
