package io.bgvbridge.ashby;

import java.io.IOException;
import java.time.Duration;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorHttp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
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
		RequestId requestId = new RequestId();
		try {
			AshbyReply reply = AshbyReply
				.of(VendorHttp.send(request(access, endpoint, requestId).body(body), MAX_BYTES));
			log.info("ashby.answered endpoint={} status={} requestId={} millis={} warnings={}", endpoint,
					reply.answer().status(), requestId.value, millisSince(begin), reply.warnings());
			return reply;
		}
		catch (VendorFailure ex) {
			log.info("ashby.failed endpoint={} failure=\"{}\" requestId={} millis={}", endpoint, ex.getMessage(),
					requestId.value, millisSince(begin));
			throw ex;
		}
	}

	private RequestBodySpec request(AshbyAccess access, String endpoint, RequestId requestId) {
		RequestBodySpec request = this.http.client(access.baseUrl())
			.mutate()
			.requestInterceptor(requestId)
			.build()
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

	/**
	 * Keeps Ashby's name for one call, also of an answer that becomes a failure.
	 */
	private static final class RequestId implements ClientHttpRequestInterceptor {

		private volatile String value = "-";

		@Override
		public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
				throws IOException {
			ClientHttpResponse response = execution.execute(request, body);
			this.value = AshbyReply.requestId(response.getHeaders());
			return response;
		}

	}

}
