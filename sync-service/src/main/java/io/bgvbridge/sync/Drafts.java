package io.bgvbridge.sync;

import io.bgvbridge.sync.Assessment.Pending;
import io.bgvbridge.sync.connection.AshbyConnections;

import org.springframework.stereotype.Component;

/**
 * What Ashby is told next of an assessment, by the settings of its connection.
 */
@Component
class Drafts {

	private final AshbyConnections connections;

	private final PushProperties properties;

	Drafts(AshbyConnections connections, PushProperties properties) {
		this.connections = connections;
		this.properties = properties;
	}

	Next next(Assessment assessment) {
		return Next.of(assessment, this.connections.wishes(assessment.connectionId()).partnerId());
	}

	Pending update(Assessment assessment, Next.Send send) {
		return UpdateDraft.pending(assessment, reportUrl(assessment), send.withResult());
	}

	Pending completion(Assessment assessment, Next.Complete complete) {
		return CompletionDraft.pending(assessment, reportUrl(assessment), complete.partnerId());
	}

	NoteAttempt note(Assessment assessment) {
		return NoteDraft.of(assessment, reportUrl(assessment));
	}

	/** Our own link stays right whatever becomes of the order. */
	private String reportUrl(Assessment assessment) {
		String page = this.connections.wishes(assessment.connectionId()).profilePageOf(assessment.newest().reference());
		return (page != null) ? page : this.properties.reportUrl(assessment.assessmentId());
	}

}
