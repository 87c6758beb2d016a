package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.verification.connection.Connections;

import org.springframework.stereotype.Component;

/**
 * Names the provider account behind a connection. Vendors tell no account id, so provider
 * and address stand for it: references are unique there, and two connections with
 * different keys may well lead to the same account.
 */
@Component
class Accounts {

	private final Connections connections;

	Accounts(Connections connections) {
		this.connections = connections;
	}

	String of(UUID connectionId) {
		return this.connections.provider(connectionId) + " "
				+ this.connections.providerAccess(connectionId).baseUrl().toString().replaceAll("/+$", "");
	}

}
