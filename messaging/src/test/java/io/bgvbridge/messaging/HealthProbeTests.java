package io.bgvbridge.messaging;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HealthProbeTests {

	@Test
	void believesOnlyAReadyService() throws IOException {
		assertThat(readyWhenAnswered(200)).isTrue();
		assertThat(readyWhenAnswered(503)).isFalse();
	}

	@Test
	void failsWhereNobodyListens() {
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> HealthProbe.isReady(1));
	}

	private static boolean readyWhenAnswered(int status) throws IOException {
		HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
		service.createContext("/actuator/health/readiness", (exchange) -> {
			exchange.sendResponseHeaders(status, -1);
			exchange.close();
		});
		service.start();
		try {
			return HealthProbe.isReady(service.getAddress().getPort());
		}
		finally {
			service.stop(0);
		}
	}

}
