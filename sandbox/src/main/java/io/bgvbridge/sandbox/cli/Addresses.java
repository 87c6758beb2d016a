package io.bgvbridge.sandbox.cli;

import java.net.URI;
import java.util.Map;

import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.stack.Port;
import io.bgvbridge.sandbox.stack.Ports;

/**
 * Where the gateway and the simulators of one deployment are.
 *
 * @param gateway the gateway's base address
 * @param sandbox the simulators' base address
 * @param vendors the same, as the services reach it
 */
record Addresses(String gateway, String sandbox, String vendors) {

	static Addresses local(Ports ports) {
		String sandbox = "http://localhost:" + ports.of(Port.SANDBOX);
		return new Addresses("http://localhost:" + ports.of(Port.GATEWAY), sandbox, sandbox);
	}

	/**
	 * A deployment that is running: the simulators tell how its services reach them.
	 */
	static Addresses of(URI gateway, URI sandbox) {
		String simulators = bare(sandbox);
		return new Addresses(bare(gateway), simulators, Rest.at(simulators).get("/routes").path("address").asString());
	}

	/** The operators' console. */
	String console() {
		return this.gateway + "/console";
	}

	/**
	 * The request that connects Ashby's simulator and a provider's.
	 * @param name the connection's name
	 * @param provider the provider's side
	 * @return the body of {@code POST /api/connections}
	 */
	Map<String, Object> connection(String name, Map<String, Object> provider) {
		return Map.of("name", name, "ashby",
				Map.of("apiKey", AshbySimulator.API_KEY, "baseUrl", this.vendors + "/ashby"), "provider", provider);
	}

	/**
	 * The request that connects the simulators and takes Ashby's webhooks.
	 * @param name the connection's name
	 * @param webhookSecret the secret that Ashby signs webhooks with
	 * @param provider the provider's side
	 * @return the body of {@code POST /api/connections}
	 */
	Map<String, Object> connection(String name, String webhookSecret, Map<String, Object> provider) {
		return Map.of("name", name, "ashby", Map.of("apiKey", AshbySimulator.API_KEY, "baseUrl",
				this.vendors + "/ashby", "webhookSecret", webhookSecret), "provider", provider);
	}

	private static String bare(URI address) {
		String text = address.toString();
		return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
	}

}
