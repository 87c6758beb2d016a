package io.bgvbridge.gateway.report;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

import io.bgvbridge.messaging.sealing.CallTokens;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The verification service's report door, the one call from service to service.
 */
@Component
final class ReportSource {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final String AUDIENCE = "report";

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(CONNECT_TIMEOUT)
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final CallTokens tokens;

	private final ReportProperties properties;

	ReportSource(CallTokens tokens, ReportProperties properties) {
		this.tokens = tokens;
		this.properties = properties;
	}

	/**
	 * Asks for a report.
	 * @throws IOException if there is no answer in time
	 */
	HttpResponse<InputStream> open(UUID assessmentId) throws IOException, InterruptedException {
		String base = this.properties.verificationUrl().toString().replaceAll("/+$", "");
		HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/reports/" + assessmentId))
			.timeout(this.properties.reportTimeout())
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.tokens.issue(AUDIENCE, assessmentId.toString()))
			.build();
		return this.http.send(request, BodyHandlers.ofInputStream());
	}

}
