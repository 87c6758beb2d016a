package io.bgvbridge.sandbox.ashby;

import java.util.List;

import io.bgvbridge.sandbox.ashby.webhook.WebhookEvent;
import io.bgvbridge.sandbox.ashby.webhook.Webhooks;
import io.bgvbridge.sandbox.http.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What happens to candidates at Ashby's screens without the partner; webhooks tell of it.
 * Every deed answers its {@code webhookActionId}.
 */
public final class Pipeline {

	private final Candidates candidates;

	private final Notes notes;

	private final CandidateFiles files;

	private final CompletedAssessments completed;

	private final Webhooks webhooks;

	Pipeline(Candidates candidates, Notes notes, CandidateFiles files, CompletedAssessments completed,
			Webhooks webhooks) {
		this.candidates = candidates;
		this.notes = notes;
		this.files = files;
		this.completed = completed;
		this.webhooks = webhooks;
	}

	/**
	 * Moves an application to a stage.
	 * @param stageId the stage's id, or null for the one that this title always has
	 * @throws Refused with 404 when there is no such application
	 */
	public String move(String applicationId, String stageTitle, @Nullable String stageId) {
		if (stageTitle.isBlank()) {
			throw new Refused(400, "A stage has a title");
		}
		Application moved = this.candidates.move(applicationId, Stage.active(stageTitle, stageId));
		return told(HiringEvents.moved(this.candidates.shown(moved.candidateId()), moved));
	}

	/**
	 * Hires the candidate of an application.
	 * @throws Refused with 404 when there is no such application
	 */
	public String hire(String applicationId) {
		Application hired = this.candidates.move(applicationId, Stage.HIRED);
		return told(HiringEvents.hired(this.candidates.shown(hired.candidateId()), hired));
	}

	/**
	 * Merges a candidate into another one: applications, notes, files and completed
	 * assessments move, and the merged id is not known any more.
	 * @throws Refused with 404 when one of them does not exist, 400 when both are the
	 * same
	 */
	public String merge(String candidateId, String survivor) {
		this.candidates.merge(candidateId, survivor);
		this.notes.merge(candidateId, survivor);
		this.files.merge(candidateId, survivor);
		this.completed.merge(candidateId, survivor);
		return told(HiringEvents.merged(candidateId, survivor));
	}

	/**
	 * Deletes a candidate with applications, notes, files and completed assessments.
	 * @throws Refused with 404 when there is no such candidate
	 */
	public String delete(String candidateId) {
		this.candidates.delete(candidateId);
		this.notes.delete(candidateId);
		this.files.delete(candidateId);
		this.completed.delete(candidateId);
		return told(HiringEvents.deleted(candidateId));
	}

	private String told(List<WebhookEvent> events) {
		this.webhooks.send(events);
		return String.valueOf(events.getFirst().webhookActionId());
	}

}
