package io.bgvbridge.sync.connection;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.ashby.AshbyAccess;
import io.bgvbridge.ashby.AshbyClient;
import io.bgvbridge.messaging.vendor.VendorCalls;

import org.springframework.stereotype.Component;

/**
 * Calls the Ashby of a connection, within its limits.
 */
@Component
public class AshbyCalls {

	private final AshbyConnections connections;

	private final VendorCalls calls;

	private final AshbyClient ashby;

	AshbyCalls(AshbyConnections connections, VendorCalls calls, AshbyClient ashby) {
		this.connections = connections;
		this.calls = calls;
		this.ashby = ashby;
	}

	/**
	 * Tells Ashby how an assessment stands.
	 * @param connectionId the connection
	 * @param body exactly what is sent to {@code assessment.update}
	 * @throws io.bgvbridge.messaging.vendor.VendorFailure as the call failed
	 */
	public void update(UUID connectionId, byte[] body) {
		AshbyAccess access = this.connections.access(connectionId);
		run(connectionId, () -> this.ashby.update(access, body));
	}

	/**
	 * Adds a completed assessment that was not started in Ashby.
	 * @param connectionId the connection
	 * @param body exactly what is sent to {@code assessment.addCompletedToCandidate}
	 * @throws io.bgvbridge.messaging.vendor.VendorFailure as the call failed
	 */
	public void addCompleted(UUID connectionId, byte[] body) {
		AshbyAccess access = this.connections.access(connectionId);
		run(connectionId, () -> this.ashby.addCompleted(access, body));
	}

	/**
	 * Writes a note on a candidate.
	 * @param connectionId the connection
	 * @param candidateId Ashby's id of the candidate
	 * @param text the note
	 * @throws io.bgvbridge.messaging.vendor.VendorFailure as the call failed
	 */
	public void createNote(UUID connectionId, String candidateId, String text) {
		AshbyAccess access = this.connections.access(connectionId);
		run(connectionId, () -> this.ashby.createNote(access, candidateId, text));
	}

	/**
	 * Reads a candidate's notes.
	 * @param connectionId the connection
	 * @param candidateId Ashby's id of the candidate
	 * @return the texts of all notes
	 * @throws io.bgvbridge.messaging.vendor.VendorFailure as the call failed
	 */
	public List<String> noteTexts(UUID connectionId, String candidateId) {
		AshbyAccess access = this.connections.access(connectionId);
		return this.calls.call(connectionId, AshbyConnections.SIDE, () -> this.ashby.noteTexts(access, candidateId));
	}

	/**
	 * Reads the names of a candidate's files.
	 * @param connectionId the connection
	 * @param candidateId Ashby's id of the candidate
	 * @return the names
	 * @throws io.bgvbridge.messaging.vendor.VendorFailure as the call failed
	 */
	public List<String> fileNames(UUID connectionId, String candidateId) {
		AshbyAccess access = this.connections.access(connectionId);
		return this.calls.call(connectionId, AshbyConnections.SIDE,
				() -> this.ashby.candidate(access, candidateId).files());
	}

	private void run(UUID connectionId, Runnable call) {
		this.calls.call(connectionId, AshbyConnections.SIDE, () -> {
			call.run();
			return true;
		});
	}

}
