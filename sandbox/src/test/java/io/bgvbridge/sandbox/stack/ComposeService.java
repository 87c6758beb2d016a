package io.bgvbridge.sandbox.stack;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import com.github.dockerjava.api.model.Volume;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * A service of the compose file, made into a container of its own.
 *
 * @param name its name there, and the container's own host name
 * @param image the image's name and tag
 * @param environment its environment variables
 * @param volumes what it mounts
 */
record ComposeService(String name, String image, Map<String, String> environment, List<ComposeVolume> volumes) {

	/**
	 * The same service with other settings.
	 * @param changes the environment variables that are added or differ
	 * @return the service
	 */
	ComposeService with(Map<String, String> changes) {
		Map<String, String> changed = new LinkedHashMap<>(this.environment);
		changed.putAll(changes);
		return new ComposeService(this.name, this.image, changed, this.volumes);
	}

	/**
	 * A container that is not made yet, whose ports only this machine reaches.
	 * @param published ports of this machine by the container's own
	 * @return the container
	 */
	GenericContainer<?> container(Map<Integer, Integer> published) {
		GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(this.image));
		container.withEnv(this.environment)
			.withCreateContainerCmdModifier((command) -> shape(command, published))
			.waitingFor(new Unwatched());
		for (ComposeVolume volume : this.volumes) {
			Path file = volume.file();
			if (file != null) {
				container.withCopyFileToContainer(MountableFile.forHostPath(file), volume.target());
			}
		}
		return container;
	}

	private void shape(CreateContainerCmd command, Map<Integer, Integer> published) {
		List<PortBinding> bindings = published.entrySet()
			.stream()
			.map((port) -> new PortBinding(Binding.bindIpAndPort("127.0.0.1", port.getValue()),
					ExposedPort.tcp(port.getKey())))
			.toList();
		HostConfig host = (command.getHostConfig() != null) ? command.getHostConfig() : new HostConfig();
		command.withHostName(this.name)
			.withExposedPorts(bindings.stream().map(PortBinding::getExposedPort).toList())
			// All that the image exposes would be published to every network otherwise.
			.withHostConfig(host.withPortBindings(bindings).withPublishAllPorts(false))
			.withVolumes(this.volumes.stream()
				.filter((volume) -> volume.file() == null)
				.map((volume) -> new Volume(volume.target()))
				.toArray(Volume[]::new));
	}

	/** Environment variables may be secret. */
	@Override
	public String toString() {
		return "ComposeService[" + this.image + "]";
	}

	/** The part that the container becomes waits by itself, at every start. */
	private static final class Unwatched extends AbstractWaitStrategy {

		@Override
		protected void waitUntilReady() {
		}

	}

}
