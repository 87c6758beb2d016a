package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.Mount;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Ports.Binding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What only a stack of containers can do wrong.
 */
class ContainerStackIT {

	private static final List<Port> PORTS = List.of(Port.KAFKA, Port.REGISTRY, Port.POSTGRES);

	private final DockerClient docker = DockerClientFactory.lazyClient();

	private final ContainerStack stack = new ContainerStack(StateDirectory.temporary(), Ports.free());

	@BeforeAll
	static void onContainersOnly() {
		assumeThat(Stacks.kind()).isEqualTo(StackKind.CONTAINERS);
	}

	@AfterEach
	void discard() {
		this.stack.discard();
	}

	@Test
	void isReachedFromThisMachineOnly() {
		this.stack.start(Progress.SILENT);
		List<InspectContainerResponse> containers = ours();
		assertThat(containers).hasSize(3);
		assertThat(containers.stream().flatMap(ContainerStackIT::bindings)).hasSize(4)
			.extracting(Binding::getHostIp)
			.containsOnly("127.0.0.1");
	}

	@Test
	void leavesNoContainerNoVolumeAndNoFolder() {
		this.stack.postgres().start();
		InspectContainerResponse container = ours().getFirst();
		List<Mount> volumes = container.getMounts();
		assertThat(volumes).isNotEmpty();

		this.stack.discard();

		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.docker.inspectContainerCmd(container.getId()).exec());
		assertThat(volumes).allSatisfy((volume) -> assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.docker.inspectVolumeCmd(volume.getName()).exec()));
		assertThat(this.stack.state().path()).doesNotExist();
	}

	@Test
	void hasARegistryThatStandsByItself() {
		this.stack.registry().start();
		assertThat(this.stack.registry().running()).isTrue();
		assertThat(this.stack.postgres().running()).isFalse();
	}

	@Test
	void startsNothingOnceItIsDiscarded() {
		this.stack.discard();
		assertThatExceptionOfType(StackFailure.class).isThrownBy(this.stack.postgres()::start)
			.withMessage("PostgreSQL has been removed.");
		assertThat(ours()).isEmpty();
	}

	@Test
	void logsEachStartOnce() {
		this.stack.postgres().start();
		this.stack.postgres().stop();
		this.stack.postgres().start();
		Patience.until(Duration.ofSeconds(5), () -> starts() >= 2);
		assertThat(starts()).isEqualTo(2);
	}

	private long starts() {
		try (Stream<String> lines = Files.lines(this.stack.state().log("postgres"))) {
			return lines.filter((line) -> line.contains("listening on IPv4 address")).count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The containers that were made for this stack's ports. */
	private List<InspectContainerResponse> ours() {
		return this.docker.listContainersCmd()
			.withLabelFilter(DockerClientFactory.DEFAULT_LABELS)
			.exec()
			.stream()
			.map((container) -> this.docker.inspectContainerCmd(container.getId()).exec())
			.filter((container) -> bindings(container).map(Binding::getHostPortSpec).anyMatch(this::isOurs))
			.toList();
	}

	private boolean isOurs(String number) {
		return PORTS.stream().anyMatch((port) -> number.equals(Integer.toString(this.stack.ports().of(port))));
	}

	private static Stream<Binding> bindings(InspectContainerResponse container) {
		return container.getNetworkSettings()
			.getPorts()
			.getBindings()
			.values()
			.stream()
			.filter((bindings) -> bindings != null)
			.flatMap(Stream::of);
	}

}
