package io.bgvbridge.sandbox.ashby;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What Ashby knows of one assessment.
 *
 * @param assessmentId the partner's id
 * @param assessmentTypeId the type that was started, null if adopted
 * @param candidateId Ashby's candidate, null if adopted
 * @param applicationId Ashby's application, null if adopted
 * @param adopted whether it was first heard of through {@code assessment.update}
 * @param startedAt timestamp, in milliseconds, of the first status {@code Started}
 * @param statuses all statuses in order of arrival, the last 500
 * @param history all accepted updates in order of arrival, repeats left out, the last 500
 * @param result the last result, its presence means complete
 * @param profileUrl the last profile address
 * @param cancelledReason the last reason, its presence means cancelled
 * @param metadata the last value for each identifier
 * @param updatesReceived updates that were applied, repeats not counted
 * @param repeatsReceived byte-for-byte repeats
 * @param resultsReceived applied updates that carried a result
 * @param cancelAcceptedAt when the partner accepted Ashby's cancel
 */
public record Assessment(String assessmentId, @Nullable String assessmentTypeId, @Nullable String candidateId,
		@Nullable String applicationId, boolean adopted, @Nullable Long startedAt, List<StatusChange> statuses,
		List<AcceptedUpdate> history, @Nullable DataValue result, @Nullable DataValue profileUrl,
		@Nullable DataValue cancelledReason, Map<String, DataValue> metadata, int updatesReceived, int repeatsReceived,
		int resultsReceived, @Nullable Instant cancelAcceptedAt) {

	private static final int MOST_KEPT = 500;

	/**
	 * One status as it arrived.
	 *
	 * @param value the status text
	 * @param timestamp milliseconds, as the partner said
	 * @param receivedAt when it arrived
	 */
	public record StatusChange(String value, long timestamp, Instant receivedAt) {
	}

	/**
	 * One update as it was accepted.
	 *
	 * @param timestamp milliseconds, as the partner said
	 * @param status the status text, or null
	 * @param result the result as text, or null
	 * @param cancelled the reason, or null
	 * @param receivedAt when it arrived
	 */
	public record AcceptedUpdate(long timestamp, @Nullable String status, @Nullable String result,
			@Nullable String cancelled, Instant receivedAt) {

		static AcceptedUpdate of(AssessmentUpdate update, Instant receivedAt) {
			return new AcceptedUpdate(update.timestamp(), text(update.status()), text(update.result()),
					text(update.cancelledReason()), receivedAt);
		}

		private static @Nullable String text(@Nullable DataValue value) {
			return (value != null) ? value.text() : null;
		}

	}

	static Assessment adopted(String assessmentId) {
		return new Assessment(assessmentId, null, null, null, true, null, List.of(), List.of(), null, null, null,
				Map.of(), 0, 0, 0, null);
	}

	static Assessment started(String assessmentId, String typeId, Application application) {
		return adopted(assessmentId).begun(typeId, application);
	}

	/** {@code cancelled}, {@code complete} or {@code open}. */
	public String state() {
		if (this.cancelledReason != null) {
			return "cancelled";
		}
		return (this.result != null) ? "complete" : "open";
	}

	/** The newest status text, or null. */
	public @Nullable String status() {
		return this.statuses.isEmpty() ? null : this.statuses.getLast().value();
	}

	Assessment begun(String typeId, Application application) {
		return new Assessment(this.assessmentId, typeId, application.candidateId(), application.applicationId(), false,
				this.startedAt, this.statuses, this.history, this.result, this.profileUrl, this.cancelledReason,
				this.metadata, this.updatesReceived, this.repeatsReceived, this.resultsReceived, this.cancelAcceptedAt);
	}

	boolean belongsTo(String typeId, Application application) {
		return this.adopted
				|| (typeId.equals(this.assessmentTypeId) && application.applicationId().equals(this.applicationId));
	}

	Assessment repeated() {
		return new Assessment(this.assessmentId, this.assessmentTypeId, this.candidateId, this.applicationId,
				this.adopted, this.startedAt, this.statuses, this.history, this.result, this.profileUrl,
				this.cancelledReason, this.metadata, this.updatesReceived, this.repeatsReceived + 1,
				this.resultsReceived, this.cancelAcceptedAt);
	}

	Assessment cancelAccepted(Instant when) {
		return new Assessment(this.assessmentId, this.assessmentTypeId, this.candidateId, this.applicationId,
				this.adopted, this.startedAt, this.statuses, this.history, this.result, this.profileUrl,
				this.cancelledReason, this.metadata, this.updatesReceived, this.repeatsReceived, this.resultsReceived,
				when);
	}

	Assessment updated(AssessmentUpdate update, Instant receivedAt) {
		Map<String, DataValue> merged = new LinkedHashMap<>(this.metadata);
		update.metadata().forEach((value) -> merged.put(value.identifier(), value));
		return new Assessment(this.assessmentId, this.assessmentTypeId, this.candidateId, this.applicationId,
				this.adopted, started(update), statuses(update, receivedAt),
				grown(this.history, AcceptedUpdate.of(update, receivedAt)), newer(update.result(), this.result),
				newer(update.profileUrl(), this.profileUrl), newer(update.cancelledReason(), this.cancelledReason),
				Map.copyOf(merged), this.updatesReceived + 1, this.repeatsReceived,
				this.resultsReceived + ((update.result() != null) ? 1 : 0), this.cancelAcceptedAt);
	}

	private @Nullable Long started(AssessmentUpdate update) {
		DataValue status = update.status();
		boolean starts = status != null && status.text().equals("Started");
		return (this.startedAt == null && starts) ? Long.valueOf(update.timestamp()) : this.startedAt;
	}

	private List<StatusChange> statuses(AssessmentUpdate update, Instant receivedAt) {
		DataValue status = update.status();
		if (status == null) {
			return this.statuses;
		}
		return grown(this.statuses, new StatusChange(status.text(), update.timestamp(), receivedAt));
	}

	private static <T> List<T> grown(List<T> list, T newest) {
		List<T> more = new ArrayList<>(list);
		more.add(newest);
		return List.copyOf((more.size() > MOST_KEPT) ? more.subList(1, more.size()) : more);
	}

	private static @Nullable DataValue newer(@Nullable DataValue given, @Nullable DataValue known) {
		return (given != null) ? given : known;
	}

}
