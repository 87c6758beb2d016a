package io.bgvbridge.gateway.ashby;

import io.bgvbridge.gateway.assessment.NotStartable;
import io.bgvbridge.gateway.assessment.StartVerification;
import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.Packages;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Ashby's door.
 */
@RestController
@RequestMapping("/ashby")
class AssessmentController {

	private final AshbyBody bodies;

	private final Packages packages;

	private final Starts starts;

	private final MeterRegistry meters;

	private final String reports;

	AssessmentController(AshbyBody bodies, Packages packages, Starts starts, MeterRegistry meters,
			AshbyProperties properties) {
		this.bodies = bodies;
		this.packages = packages;
		this.starts = starts;
		this.meters = meters;
		this.reports = properties.publicUrl().toString().replaceAll("/+$", "") + "/reports/";
	}

	@PostMapping("/assessment.list")
	ListAnswer list(@AuthenticationPrincipal Connection connection,
			@RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
			@RequestBody(required = false) byte @Nullable [] body) {
		this.bodies.read(contentType, body);
		return ListAnswer.of(this.packages.listed(connection.connectionId()));
	}

	@PostMapping("/assessment.start")
	StartAnswer start(@AuthenticationPrincipal Connection connection,
			@RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
			@RequestBody(required = false) byte @Nullable [] body) {
		try {
			JsonNode request = this.bodies.read(contentType, body);
			StartVerification start = StartRequest.command(request);
			Starts.Shown shown = this.starts.start(connection, start, StartRequest.phone(request));
			count(shown.repeated() ? "repeated" : "accepted");
			return StartAnswer.of(shown, this.reports + shown.assessment().assessmentId());
		}
		catch (NotStartable | MalformedBody ex) {
			count("refused");
			throw ex;
		}
		catch (RuntimeException ex) {
			count("failed");
			throw ex;
		}
	}

	private void count(String outcome) {
		this.meters.counter("bgv.starts", "outcome", outcome).increment();
	}

}
