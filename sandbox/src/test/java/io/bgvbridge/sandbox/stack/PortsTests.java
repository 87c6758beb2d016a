package io.bgvbridge.sandbox.stack;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PortsTests {

	@Test
	void areTheDocumentedOnesMovedByTheOffset() {
		assertThat(Ports.standard(0).of(Port.GATEWAY)).isEqualTo(8080);
		assertThat(Ports.standard(0).of(Port.GATEWAY_MANAGEMENT)).isEqualTo(8180);
		assertThat(Ports.standard(0).of(Port.POSTGRES)).isEqualTo(5433);
		assertThat(Ports.standard(1000).of(Port.SANDBOX)).isEqualTo(9090);
	}

	@Test
	void refuseAnOffsetThatLeavesTheRange() {
		assertThatExceptionOfType(StackFailure.class).isThrownBy(() -> Ports.standard(60_000))
			.withMessageContaining("BGV_PORT_OFFSET");
		assertThatExceptionOfType(StackFailure.class).isThrownBy(() -> Ports.standard(-1));
	}

	@Test
	void areDistinctAndFreeWhenChosenFreely() {
		Ports ports = Ports.free();
		assertThat(Arrays.stream(Port.values()).map(ports::of)).doesNotHaveDuplicates()
			.allMatch((number) -> number < 32_768);
		ports.requireFree();
	}

	@Test
	void ofFurtherInstancesMeetNothingElse() {
		Ports ports = Ports.standard(0);
		assertThat(ports.of(Port.GATEWAY, 2)).isEqualTo(8280);
		assertThat(ports.of(Port.SYNC_MANAGEMENT, 3)).isEqualTo(8583);
		assertThat(everyPort(ports)).doesNotHaveDuplicates();
		assertThat(everyPort(Ports.free())).doesNotHaveDuplicates();
	}

	private static List<Integer> everyPort(Ports ports) {
		List<Integer> numbers = new ArrayList<>(Arrays.stream(Port.values()).map(ports::of).toList());
		for (Service service : Service.values()) {
			for (int instance = 2; instance <= Ports.MOST_INSTANCES; instance++) {
				numbers.add(ports.of(service.http(), instance));
				numbers.add(ports.of(service.management(), instance));
			}
		}
		return numbers;
	}

	@Test
	void nameTheTakenPortOfAFurtherInstance() throws Exception {
		Ports ports = Ports.free();
		try (ServerSocket taken = new ServerSocket(ports.of(Port.SYNC, 2), 1, InetAddress.getLoopbackAddress())) {
			ports.requireFree(1);
			assertThatExceptionOfType(StackFailure.class).isThrownBy(() -> ports.requireFree(2))
				.withMessageContaining("port " + taken.getLocalPort() + ", wanted by sync-service (instance 2).");
		}
	}

	@Test
	void nameTheTakenPortAndWhoWantedIt() throws Exception {
		Ports ports = Ports.free();
		try (ServerSocket taken = new ServerSocket(ports.of(Port.KAFKA), 1, InetAddress.getLoopbackAddress())) {
			assertThatExceptionOfType(StackFailure.class).isThrownBy(ports::requireFree)
				.withMessageContaining("port " + taken.getLocalPort() + ", wanted by Kafka.")
				.withMessageContaining("BGV_PORT_OFFSET");
		}
	}

}
