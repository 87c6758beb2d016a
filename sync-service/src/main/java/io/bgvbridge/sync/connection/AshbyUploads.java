package io.bgvbridge.sync.connection;

import java.util.UUID;

import io.bgvbridge.ashby.AshbyAccess;
import io.bgvbridge.ashby.AshbyFiles;
import io.bgvbridge.ashby.UploadHandle;
import io.bgvbridge.messaging.vendor.VendorCalls;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Puts PDF files into a candidate's files in the Ashby of a connection. Every method
 * throws {@link io.bgvbridge.messaging.vendor.VendorFailure} as the call failed.
 */
@Component
public class AshbyUploads {

	private static final String PDF = "application/pdf";

	/** Not Ashby itself: its outages are not Ashby's. */
	private static final String STORAGE = "storage";

	private final AshbyConnections connections;

	private final VendorCalls calls;

	private final VendorCalls storageCalls;

	private final AshbyFiles files;

	AshbyUploads(AshbyConnections connections, VendorCalls calls, @Qualifier("storage") VendorCalls storageCalls,
			AshbyFiles files) {
		this.connections = connections;
		this.calls = calls;
		this.storageCalls = storageCalls;
		this.files = files;
	}

	/**
	 * Asks for a place to upload to.
	 * @param connectionId the connection
	 * @param name the file's name
	 * @param length its length in bytes
	 * @return the place, which closes after ten minutes
	 */
	public UploadHandle create(UUID connectionId, String name, long length) {
		AshbyAccess access = this.connections.access(connectionId);
		return this.calls.call(connectionId, AshbyConnections.SIDE,
				() -> this.files.createUpload(access, name, PDF, length));
	}

	/**
	 * Sends the file to its place; harmless to repeat. It may take longer than other
	 * calls.
	 * @param connectionId the connection
	 * @param place the place
	 * @param name the file's name
	 * @param content its bytes
	 */
	public void upload(UUID connectionId, UploadHandle place, String name, byte[] content) {
		AshbyAccess access = this.connections.access(connectionId);
		this.storageCalls.call(connectionId, STORAGE, () -> {
			this.files.upload(access, place, name, PDF, content);
			return true;
		});
	}

	/**
	 * Attaches the uploaded file to a candidate; not harmless to repeat.
	 * @param connectionId the connection
	 * @param candidateId Ashby's id of the candidate
	 * @param handle the handle of its place
	 */
	public void attach(UUID connectionId, String candidateId, String handle) {
		AshbyAccess access = this.connections.access(connectionId);
		this.calls.call(connectionId, AshbyConnections.SIDE, () -> {
			this.files.attach(access, candidateId, handle);
			return true;
		});
	}

}
