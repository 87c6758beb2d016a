package io.bgvbridge.sandbox.checkr;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A report, which begins when the candidate has filled in the form.
 *
 * @param id report id
 * @param candidateId the candidate
 * @param order what was ordered
 * @param standing how it stands
 * @param createdAt when it began
 * @param estimatedCompletionTime when Checkr expects to be done, or null
 * @param completedAt when it was completed last, or null
 */
public record CheckrReport(String id, String candidateId, Invitation.Order order, Standing standing, Instant createdAt,
		@Nullable Instant estimatedCompletionTime, @Nullable Instant completedAt) {

	CheckrReport with(Standing newStanding, Instant now) {
		return new CheckrReport(this.id, this.candidateId, this.order, newStanding, this.createdAt,
				this.estimatedCompletionTime, newStanding.status().equals("complete") ? now : this.completedAt);
	}

	CheckrReport expected(@Nullable Instant newTime) {
		return new CheckrReport(this.id, this.candidateId, this.order, this.standing, this.createdAt, newTime,
				this.completedAt);
	}

	@Override
	public String toString() {
		return "CheckrReport[id=" + this.id + ", status=" + this.standing.status() + "]";
	}

	/**
	 * How a report stands.
	 *
	 * @param status {@code pending}, {@code complete}, {@code suspended}, {@code paused},
	 * {@code dispute} or {@code canceled}
	 * @param verdict what was found so far
	 * @param adjudication {@code engaged}, {@code pre_adverse_action},
	 * {@code post_adverse_action}, or null
	 */
	public record Standing(String status, Verdict verdict, @Nullable String adjudication) {

		static final Standing PENDING = new Standing("pending", Verdict.NONE, null);

		Standing in(String newStatus) {
			return new Standing(newStatus, this.verdict, this.adjudication);
		}

		Standing complete(Verdict newVerdict) {
			return new Standing("complete", newVerdict, this.adjudication);
		}

		Standing adjudicated(String newAdjudication) {
			return new Standing(this.status, this.verdict, newAdjudication);
		}

	}

	/**
	 * What was found.
	 *
	 * @param result {@code clear}, {@code consider}, or null
	 * @param assessment {@code eligible}, {@code review}, {@code escalated}, or null
	 * @param includesCanceled whether some of it was cancelled
	 */
	public record Verdict(@Nullable String result, @Nullable String assessment, boolean includesCanceled) {

		/** Nothing yet. */
		public static final Verdict NONE = new Verdict(null, null, false);

		/** Nothing was found. */
		public static final Verdict CLEAR = new Verdict("clear", null, false);

		/** Something was found. */
		public static final Verdict CONSIDER = new Verdict("consider", null, false);

		/** Completed without a result, because parts were cancelled. */
		public static final Verdict CANCELED_IN_PART = new Verdict(null, null, true);

	}

}
