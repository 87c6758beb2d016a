package io.bgvbridge.gateway.ashby;

import java.util.UUID;

import io.bgvbridge.gateway.assessment.NotStartable;
import io.bgvbridge.gateway.assessment.StartVerification;
import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.verification.Cancels;
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

	private final Choices choices;

	private final Starts starts;

	private final Cancels cancels;

	private final MeterRegistry meters;

	AssessmentController(AshbyBody bodies, Choices choices, Starts starts, Cancels cancels, MeterRegistry meters) {
		this.bodies = bodies;
		this.choices = choices;
		this.starts = starts;
		this.cancels = cancels;
		this.meters = meters;
	}

	@PostMapping("/assessment.list")
	ListAnswer list(@AuthenticationPrincipal Connection connection,
			@RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
			@RequestBody(required = false) byte @Nullable [] body) {
		this.bodies.read(contentType, body);
		return ListAnswer.of(this.choices.of(connection));
	}

	@PostMapping("/assessment.cancel")
	CancelAnswer cancel(@AuthenticationPrincipal Connection connection,
			@RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
			@RequestBody(required = false) byte @Nullable [] body) {
		UUID assessmentId = CancelRequest.assessmentId(this.bodies.read(contentType, body));
		if (!this.cancels.byAshby(connection, assessmentId)) {
			throw new UnknownAssessment();
		}
		this.meters.counter("bgv.cancels").increment();
		return CancelAnswer.of(assessmentId);
	}

	@PostMapping("/assessment.start")
	StartAnswer start(@AuthenticationPrincipal Connection connection,
			@RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
			@RequestBody(required = false) byte @Nullable [] body) {
		try {
			JsonNode request = this.bodies.readStart(contentType, body);
			StartVerification start = StartRequest.command(request);
			Starts.Shown shown = this.starts.start(connection, start, StartRequest.phone(request));
			count(switch (shown.how()) {
				case FIRST -> "accepted";
				case REPEATED -> "repeated";
				case TAKEN_OVER -> "taken-over";
			});
			return StartAnswer.of(shown);
		}
		catch (NotStartable | MalformedBody | AlreadyBeingAssessed ex) {
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
