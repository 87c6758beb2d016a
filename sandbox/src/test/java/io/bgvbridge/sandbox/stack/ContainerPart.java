package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotModifiedException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;

/**
 * A server of the stack in a container: made at its first start, and the same container
 * at every later one, so that its data and its ports stay.
 */
final class ContainerPart implements Part {

	private static final Duration START_LIMIT = Duration.ofSeconds(90);

	private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

	private static final int STOP_SECONDS = 20;

	private final String name;

	private final GenericContainer<?> container;

	private final Path log;

	private final BooleanSupplier ready;

	private @Nullable ContainerLog following;

	private boolean removed;

	/**
	 * A part that is not started yet.
	 * @param name its name in messages
	 * @param container its container, not started
	 * @param log the file that takes its output, over all its starts
	 * @param ready whether it serves
	 */
	ContainerPart(String name, GenericContainer<?> container, Path log, BooleanSupplier ready) {
		this.name = name;
		this.container = container;
		this.log = log;
		this.ready = ready;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public void start() {
		launch();
		boolean ready = Patience.until(START_LIMIT, () -> !running() || this.ready.getAsBoolean());
		if (!running()) {
			throw new StackFailure(this.name + " stopped while it started. " + quotedLog());
		}
		if (!ready) {
			kill();
			throw new StackFailure(
					this.name + " was not ready after " + START_LIMIT.toSeconds() + " s. " + quotedLog());
		}
	}

	private synchronized void launch() {
		if (running()) {
			throw new StackFailure(this.name + " is running already.");
		}
		// A test that goes on while the JVM exits would leave a container behind.
		if (this.removed) {
			throw new StackFailure(this.name + " has been removed.");
		}
		try {
			if (this.container.getContainerId() == null) {
				this.container.start();
			}
			else {
				docker().startContainerCmd(id()).exec();
			}
			follow();
		}
		catch (ContainerFetchException | ContainerLaunchException | DockerException | IllegalStateException ex) {
			throw new StackFailure(this.name + " could not be started in a container: " + DockerEngine.words(ex)
					+ ". Without containers: -Dstack=embedded.", ex);
		}
	}

	private void follow() {
		endFollowing();
		this.following = docker().logContainerCmd(id())
			.withFollowStream(true)
			.withStdOut(true)
			.withStdErr(true)
			.exec(new ContainerLog(this.log));
	}

	private void endFollowing() {
		try {
			if (this.following != null) {
				this.following.close();
			}
		}
		catch (IOException ex) {
			throw new StackFailure("The log " + this.log + " cannot be closed: " + ex.getMessage(), ex);
		}
	}

	@Override
	public void stop() {
		if (!running()) {
			return;
		}
		try {
			docker().stopContainerCmd(id()).withTimeout(STOP_SECONDS).exec();
		}
		catch (NotModifiedException ex) {
			// it ended by itself in between
		}
	}

	@Override
	public void kill() {
		if (!running()) {
			return;
		}
		try {
			docker().killContainerCmd(id()).exec();
		}
		catch (ConflictException ex) {
			// it ended by itself in between
		}
		Patience.until(KILL_LIMIT, () -> !running());
	}

	@Override
	public void freeze() {
		if (running() && !frozen()) {
			docker().pauseContainerCmd(id()).exec();
		}
	}

	@Override
	public void thaw() {
		if (running() && frozen()) {
			docker().unpauseContainerCmd(id()).exec();
		}
	}

	private boolean frozen() {
		return Boolean.TRUE.equals(this.container.getCurrentContainerInfo().getState().getPaused());
	}

	@Override
	public boolean running() {
		return this.container.isRunning();
	}

	/**
	 * Ends and removes the container and its volumes, for good; the log stays.
	 */
	synchronized void remove() {
		this.removed = true;
		this.container.stop();
		endFollowing();
	}

	private String id() {
		return Objects.requireNonNull(this.container.getContainerId(), "not started");
	}

	private DockerClient docker() {
		return this.container.getDockerClient();
	}

	private String quotedLog() {
		return "The end of " + this.log + ":\n" + Child.lastLines(this.log);
	}

}
