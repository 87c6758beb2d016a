package io.bgvbridge.gateway.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An organisation's own login, which lets everybody in with the roles that it was told.
 */
final class Issuer implements AutoCloseable {

	private final HttpServer server;

	private final RSAKey key;

	private final AtomicInteger calls = new AtomicInteger();

	private volatile List<String> roles = List.of();

	private volatile String nonce = "";

	Issuer() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID("one").generate();
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.createContext("/.well-known/openid-configuration", (call) -> answer(call, """
				{"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
				 "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"]}""".formatted(url())));
		this.server.createContext("/keys", (call) -> answer(call, new JWKSet(this.key.toPublicJWK()).toString()));
		this.server.createContext("/token", (call) -> answer(call, """
				{"access_token": "a", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}"""
			.formatted(token())));
		this.server.start();
	}

	String url() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	int calls() {
		return this.calls.get();
	}

	/** Whom the next login is about. */
	void knows(List<String> granted, String challenge) {
		this.roles = granted;
		this.nonce = challenge;
	}

	private String token() {
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
					new JWTClaimsSet.Builder().issuer(url())
						.subject("user-1")
						.audience("bgv")
						.claim("preferred_username", "asha")
						.claim("nonce", this.nonce)
						.claim("groups", this.roles)
						.issueTime(Date.from(Instant.now()))
						.expirationTime(Date.from(Instant.now().plusSeconds(60)))
						.build());
			token.sign(new RSASSASigner(this.key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void answer(HttpExchange call, String json) throws IOException {
		this.calls.incrementAndGet();
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		call.getResponseHeaders().set("Content-Type", "application/json");
		call.sendResponseHeaders(200, body.length);
		call.getResponseBody().write(body);
		call.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
