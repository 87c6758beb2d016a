package io.bgvbridge.sync.file;

import io.bgvbridge.messaging.sealing.CallTokens;
import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.messaging.vendor.VendorHttp.Answer;
import io.bgvbridge.messaging.work.WorkItem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The verification service's report door, the one call from service to service.
 */
@Component
class ReportSource {

	private static final String AUDIENCE = "report";

	private static final int MOST_BYTES = 50 * 1024 * 1024;

	private final CallTokens tokens;

	private final LongCalls calls;

	private final RestClient door;

	ReportSource(CallTokens tokens, LongCalls calls, ReportProperties properties) {
		this.tokens = tokens;
		this.calls = calls;
		this.door = new VendorHttp(properties.timeout()).client(properties.verificationUrl())
			.mutate()
			.requestInterceptor(providerFailures())
			.build();
	}

	/**
	 * Fetches a report.
	 * @param item the claim
	 * @return the report, as far as the provider has one
	 * @throws VendorFailure as the fetch failed; {@link Rejected} if the provider, and
	 * not the verification service, failed
	 * @throws io.bgvbridge.messaging.work.ClaimLost if the claim was taken over meanwhile
	 */
	Report fetch(WorkItem item) {
		return report(this.calls.call(item, () -> VendorHttp.send(this.door.get()
			.uri("/reports/" + item.subjectId())
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.tokens.issue(AUDIENCE, item.subjectId().toString())),
				MOST_BYTES)));
	}

	/** To be told from an outage of the door itself, which is waited for. */
	private static ClientHttpRequestInterceptor providerFailures() {
		return (request, body, execution) -> {
			ClientHttpResponse response = execution.execute(request, body);
			if (response.getStatusCode().isSameCodeAs(HttpStatus.BAD_GATEWAY)) {
				response.close();
				throw new Rejected("502", "");
			}
			return response;
		};
	}

	private static Report report(Answer answer) {
		return switch (answer.status()) {
			case 200 -> new Report.Pdf(answer.body());
			case 303 -> new Report.Page();
			case 404 -> new Report.None();
			case 401, 403 -> throw new Unauthorized(Integer.toString(answer.status()));
			default -> throw new Unavailable("status " + answer.status(), Sent.NO, null, null);
		};
	}

}
