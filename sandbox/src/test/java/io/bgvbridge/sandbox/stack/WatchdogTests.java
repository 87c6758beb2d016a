package io.bgvbridge.sandbox.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WatchdogTests {

	@Test
	void killsTheChildrenOfAKilledJvm() throws Exception {
		Process parent = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
				System.getProperty("java.class.path"), Parent.class.getName())
			.start();
		long child = Long.parseLong(parent.inputReader().readLine());
		assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isPresent();
		parent.destroyForcibly().waitFor();
		assertThat(Patience.until(Duration.ofSeconds(5),
				() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty()))
			.isTrue();
	}

	static final class Parent {

		private Parent() {
		}

		public static void main(String[] arguments) throws Exception {
			Path log = Path.of("/dev/null");
			Child child = new Child(new Launch("the child", List.of("sleep", "60"), Map.of(), log, () -> true,
					Duration.ofSeconds(5), Signal.TERM));
			child.start();
			System.out.println(ProcessHandle.current()
				.descendants()
				.filter((process) -> process.info().command().orElse("").endsWith("sleep"))
				.findFirst()
				.orElseThrow()
				.pid());
			Thread.sleep(60_000);
		}

	}

}
