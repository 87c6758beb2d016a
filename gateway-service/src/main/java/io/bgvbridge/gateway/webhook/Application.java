package io.bgvbridge.gateway.webhook;

import java.util.UUID;

import io.bgvbridge.gateway.assessment.StartVerification;
import io.bgvbridge.gateway.connection.StartRule;
import org.jspecify.annotations.Nullable;

/**
 * An application that moved on in Ashby.
 *
 * @param applicationId Ashby's id of it
 * @param candidateId Ashby's id of the candidate
 * @param stageId Ashby's id of the stage that it is in; empty if it was not told
 * @param stageTitle the stage's title; empty if it was not told
 * @param name the candidate's name in one piece; may be empty
 * @param email the candidate's e-mail address; empty if there is no usable one
 * @param phone the candidate's phone as somebody typed it; null if there is none
 */
record Application(String applicationId, String candidateId, String stageId, String stageTitle, String name,
		String email, @Nullable String phone) {

	static Application of(AshbyWebhook webhook) {
		String email = webhook.text("application", "candidate", "primaryEmailAddress", "value");
		String phone = webhook.text("application", "candidate", "primaryPhoneNumber", "value");
		return new Application(webhook.id("application", "id"), webhook.id("application", "candidate", "id"),
				webhook.text("application", "currentInterviewStage", "id"),
				webhook.text("application", "currentInterviewStage", "title"),
				webhook.text("application", "candidate", "name"), StartVerification.isEmail(email) ? email : "",
				phone.isEmpty() ? null : phone);
	}

	boolean matches(StartRule rule, Action action) {
		return switch (action) {
			case STAGE_CHANGE -> rule.matchesStage(this.stageId, this.stageTitle);
			case HIRE -> rule.matchesHire();
			case MERGE, DELETE -> false;
		};
	}

	/** The name's last word is the last name; who has one name has no last one. */
	StartVerification start(UUID assessmentTypeId) {
		int blank = this.name.lastIndexOf(' ');
		String first = (blank < 0) ? this.name : this.name.substring(0, blank).strip();
		String last = this.name.substring(blank + 1);
		return new StartVerification(this.applicationId, this.candidateId, assessmentTypeId, first,
				(blank < 0) ? "" : last, this.email);
	}

	/**
	 * Names nobody.
	 */
	@Override
	public String toString() {
		return "Application[applicationId=" + this.applicationId + "]";
	}

}
