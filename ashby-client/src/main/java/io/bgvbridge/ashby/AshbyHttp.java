package io.bgvbridge.ashby;

import java.time.Duration;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorHttp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient.RequestBodySpec;

/**
 * One call to Ashby's API: its headers, its envelope and its log line.
 */
final class AshbyHttp {

	private static final Logger log = LoggerFactory.getLogger(AshbyHttp.class);

	private static final int MAX_BYTES = 1024 * 1024;

	private final VendorHttp http;

	private final @Nullable String version;

	AshbyHttp(VendorHttp http, @Nullable String version) {
		this.http = http;
		this.version = (version == null || version.isBlank()) ? null : version.strip();
	}

	AshbyReply call(AshbyAccess access, String endpoint, byte[] body) {
		long begin = System.nanoTime();
		try {
			AshbyReply reply = AshbyReply.of(VendorHttp.send(request(access, endpoint).body(body), MAX_BYTES));
			log.info("ashby.answered endpoint={} status={} requestId={} millis={} warnings={}", endpoint,
					reply.answer().status(), reply.requestId(), millisSince(begin), reply.warnings());
			return reply;
		}
		catch (VendorFailure ex) {
			log.info("ashby.failed endpoint={} failure=\"{}\" millis={}", endpoint, ex.getMessage(),
					millisSince(begin));
			throw ex;
		}
	}

	private RequestBodySpec request(AshbyAccess access, String endpoint) {
		RequestBodySpec request = this.http.client(access.baseUrl())
			.post()
			.uri("/" + endpoint)
			.header(HttpHeaders.AUTHORIZATION, access.authorization())
			.header(HttpHeaders.ACCEPT, "application/json; version=1")
			.contentType(MediaType.APPLICATION_JSON);
		return (this.version == null) ? request : request.header("Ashby-Version", this.version);
	}

	private static long millisSince(long begin) {
		return Duration.ofNanos(System.nanoTime() - begin).toMillis();
	}

}
