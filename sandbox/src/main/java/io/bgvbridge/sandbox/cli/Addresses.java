package io.bgvbridge.sandbox.cli;

import java.net.URI;
import java.util.Map;

import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;
import io.bgvbridge.sandbox.stack.Port;
import io.bgvbridge.sandbox.stack.Ports;

/**
 * Where the gateway and the simulators of one deployment are.
 *
 * @param gateway the gateway's base address
 * @param sandbox the simulators' base address
 */
record Addresses(String gateway, String sandbox) {

	static Addresses local(Ports ports) {
		return new Addresses("http://localhost:" + ports.of(Port.GATEWAY),
				"http://localhost:" + ports.of(Port.SANDBOX));
	}

	static Addresses of(URI gateway, URI sandbox) {
		return new Addresses(bare(gateway), bare(sandbox));
	}

	/**
	 * The request that connects the two simulators.
	 * @param name the connection's name
	 * @return the body of {@code POST /api/connections}
	 */
	Map<String, Object> connection(String name) {
		return connection(name, Map.of("apiKey", AshbySimulator.API_KEY, "baseUrl", this.sandbox + "/ashby"));
	}

	/**
	 * The request that connects the two simulators and takes webhooks.
	 * @param name the connection's name
	 * @param webhookSecret the secret that Ashby signs webhooks with
	 * @return the body of {@code POST /api/connections}
	 */
	Map<String, Object> connection(String name, String webhookSecret) {
		return connection(name, Map.of("apiKey", AshbySimulator.API_KEY, "baseUrl", this.sandbox + "/ashby",
				"webhookSecret", webhookSecret));
	}

	private Map<String, Object> connection(String name, Map<String, String> ashby) {
		return Map.of("name", name, "ashby", ashby, "provider", Map.of("kind", "springverify", "apiToken",
				SpringVerifySimulator.API_TOKEN, "baseUrl", this.sandbox + "/springverify"));
	}

	private static String bare(URI address) {
		String text = address.toString();
		return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
	}

}
