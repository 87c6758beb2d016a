package io.bgvbridge.sync;

import java.util.UUID;

import io.bgvbridge.sync.file.ReportFiles;

import org.springframework.stereotype.Component;

/**
 * What a change means for everything that is kept of an assessment beside its standing.
 */
@Component
class Leftovers {

	private final StandingStore standings;

	private final NoteStore notes;

	private final ReportFiles files;

	Leftovers(StandingStore standings, NoteStore notes, ReportFiles files) {
		this.standings = standings;
		this.notes = notes;
		this.files = files;
	}

	/** A result has a report; anything else takes it back. */
	void keep(StandingChange change) {
		if (change.standing().isResult()) {
			this.files.want(change.assessmentId(), change.connectionId(), change.subject().candidateId(),
					this.standings.endedRevision(change.assessmentId()));
		}
		else {
			this.files.withdraw(change.assessmentId());
		}
	}

	void erase(UUID assessmentId) {
		this.standings.erase(assessmentId);
		this.notes.drop(assessmentId);
		this.files.erase(assessmentId);
	}

}
