package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;

/**
 * Writes a container's output to a file, from the container's first line on.
 */
final class ContainerLog extends ResultCallback.Adapter<Frame> {

	private final OutputStream file;

	/**
	 * Empties the file: the engine tells the output of earlier starts again.
	 * @param file the file
	 */
	ContainerLog(Path file) {
		try {
			Files.createDirectories(file.getParent());
			this.file = Files.newOutputStream(file);
		}
		catch (IOException ex) {
			throw new StackFailure("The log " + file + " cannot be written: " + ex.getMessage(), ex);
		}
	}

	@Override
	public void onNext(Frame frame) {
		try {
			this.file.write(frame.getPayload());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		super.close();
		this.file.close();
	}

}
