package io.bgvbridge.sync.file;

import java.util.UUID;

import io.bgvbridge.ashby.UploadHandle;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkHandler;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkQueue;
import io.bgvbridge.sync.connection.AshbyConnections;
import io.bgvbridge.sync.file.ReportFile.Step;

import org.springframework.stereotype.Component;

/**
 * Reports in candidates' files: one step at a time, each of them kept before the next,
 * and a file of which nobody knows whether it was attached is looked for first.
 */
@Component
public class ReportFiles implements WorkHandler {

	static final String KIND = "report-file";

	private final ReportFileStore store;

	private final WorkQueue queue;

	private final AshbyConnections connections;

	private final Upload upload;

	private final Attachment attachment;

	ReportFiles(ReportFileStore store, WorkQueue queue, AshbyConnections connections, Upload upload,
			Attachment attachment) {
		this.store = store;
		this.queue = queue;
		this.connections = connections;
		this.upload = upload;
		this.attachment = attachment;
	}

	/**
	 * Wants a result's report with its candidate. Called in the transaction that takes
	 * the result.
	 * @param assessmentId the assessment
	 * @param connectionId the connection that it belongs to
	 * @param candidateId Ashby's id of the candidate; empty if it is not known, so that
	 * nothing can be filed
	 * @param revision revision that first came to this result
	 */
	public void want(UUID assessmentId, UUID connectionId, String candidateId, long revision) {
		if (!candidateId.isEmpty() && this.store.want(assessmentId, connectionId, candidateId, revision)) {
			this.queue.raise(assessmentId, KIND, connectionId, AshbyConnections.SIDE);
		}
	}

	/**
	 * Wants no report any more, because there is no result any more. Called in the
	 * transaction that takes that.
	 * @param assessmentId the assessment
	 */
	public void withdraw(UUID assessmentId) {
		this.store.withdraw(assessmentId);
	}

	/**
	 * Forgets everything, so that nothing more is filed.
	 * @param assessmentId the assessment
	 */
	public void erase(UUID assessmentId) {
		this.store.erase(assessmentId);
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Outcome handle(WorkItem item) {
		ReportFile file = this.store.find(item.subjectId());
		if (file == null) {
			return Outcome.nothing();
		}
		if (file.step() == Step.ATTACHING) {
			return this.attachment.lookUp(item, file);
		}
		if (!file.isWanted() || !this.connections.wishes(item.connectionId()).reportFile()) {
			return Outcome.nothing();
		}
		UploadHandle place = file.openPlace();
		return (place != null && file.step() == Step.UPLOADED) ? this.attachment.attach(item, file, place)
				: this.upload.upload(item, file, place);
	}

}
