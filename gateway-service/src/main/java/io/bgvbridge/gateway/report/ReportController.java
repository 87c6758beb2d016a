package io.bgvbridge.gateway.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.bgvbridge.gateway.assessment.Assessments;
import io.bgvbridge.gateway.audit.Audit;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Operators' door to the reports. A report passes through in pieces and is kept nowhere,
 * or is a page of the provider's that the operator's browser is sent to; who asked is
 * written down before the first of them leaves.
 */
@RestController
class ReportController {

	private static final String ACTION = "report.open";

	private final ReportSource source;

	private final Assessments assessments;

	private final Audit audit;

	private final ReportProperties properties;

	ReportController(ReportSource source, Assessments assessments, Audit audit, ReportProperties properties) {
		this.source = source;
		this.assessments = assessments;
		this.audit = audit;
		this.properties = properties;
	}

	@GetMapping("/reports/{assessmentId}")
	void open(@PathVariable UUID assessmentId, Authentication operator, HttpServletResponse response)
			throws IOException, InterruptedException {
		if (this.assessments.find(assessmentId).isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such verification.");
		}
		HttpResponse<InputStream> answer = ask(assessmentId, operator);
		try (InputStream report = answer.body()) {
			HttpStatus status = status(answer);
			this.audit.asked(operator.getName(), ACTION, assessmentId, status.value());
			if (status == HttpStatus.SEE_OTHER) {
				response.setStatus(status.value());
				response.setHeader(HttpHeaders.LOCATION, ReportPage.of(answer).orElseThrow().toString());
				return;
			}
			if (status != HttpStatus.OK) {
				throw refusal(status);
			}
			response.setContentType(MediaType.APPLICATION_PDF_VALUE);
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + assessmentId + ".pdf\"");
			pass(report, response.getOutputStream());
		}
	}

	private HttpResponse<InputStream> ask(UUID assessmentId, Authentication operator) throws InterruptedException {
		try {
			return this.source.open(assessmentId);
		}
		catch (IOException ex) {
			this.audit.asked(operator.getName(), ACTION, assessmentId, HttpStatus.SERVICE_UNAVAILABLE.value());
			throw refusal(HttpStatus.SERVICE_UNAVAILABLE);
		}
	}

	private HttpStatus status(HttpResponse<InputStream> answer) {
		String type = answer.headers().firstValue(HttpHeaders.CONTENT_TYPE).orElse("");
		long length = answer.headers().firstValueAsLong(HttpHeaders.CONTENT_LENGTH).orElse(0);
		return switch (answer.statusCode()) {
			case 200 -> (type.startsWith(MediaType.APPLICATION_PDF_VALUE)
					&& length <= this.properties.reportMaxSize().toBytes()) ? HttpStatus.OK : HttpStatus.BAD_GATEWAY;
			case 303 -> ReportPage.of(answer).isPresent() ? HttpStatus.SEE_OTHER : HttpStatus.BAD_GATEWAY;
			case 404 -> HttpStatus.NOT_FOUND;
			case 429, 503, 504 -> HttpStatus.SERVICE_UNAVAILABLE;
			default -> HttpStatus.BAD_GATEWAY;
		};
	}

	private static ErrorResponseException refusal(HttpStatus status) {
		String detail = switch (status) {
			case NOT_FOUND -> "There is no report yet. It appears when the provider has completed the check.";
			case SERVICE_UNAVAILABLE -> "The report cannot be fetched at the moment. Try again.";
			default -> "The report could not be fetched.";
		};
		ErrorResponseException refusal = new ErrorResponseException(status,
				ProblemDetail.forStatusAndDetail(status, detail), null);
		if (status == HttpStatus.SERVICE_UNAVAILABLE) {
			refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
		}
		return refusal;
	}

	/**
	 * A report that is too long or too slow ends in a broken answer, never in a whole
	 * one.
	 */
	private void pass(InputStream report, OutputStream target) throws IOException {
		CompletableFuture.delayedExecutor(this.properties.reportTimeout().toMillis(), TimeUnit.MILLISECONDS)
			.execute(() -> close(report));
		byte[] piece = new byte[16 * 1024];
		long passed = 0;
		for (int read = report.read(piece); read >= 0; read = report.read(piece)) {
			passed += read;
			if (passed > this.properties.reportMaxSize().toBytes()) {
				throw new IOException("The report is too large");
			}
			target.write(piece, 0, read);
		}
	}

	private static void close(InputStream report) {
		try {
			report.close();
		}
		catch (IOException ex) {
			// It ends either way.
		}
	}

}
