package io.bgvbridge.verification.connection;

import io.bgvbridge.messaging.sealing.Sealing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@TestConfiguration
public class ConnectionEventsConfiguration {

	@Bean
	ConnectionEvents connectionEvents(ConnectionListener listener, Sealing sealing) {
		return new ConnectionEvents(listener, sealing);
	}

}
