package io.bgvbridge.verification.report;

import java.util.UUID;

import io.bgvbridge.messaging.consumer.Outages;
import io.bgvbridge.messaging.sealing.CallTokens;
import io.bgvbridge.messaging.vendor.VendorFailure;

import io.bgvbridge.verification.connection.ConnectionDeleted;
import io.bgvbridge.verification.provider.Report;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * The report door's inner side. Only the gateway and the sync service may call it, with a
 * token for one report.
 */
@RestController
class ReportController {

	private static final String BEARER = "Bearer ";

	private final Reports reports;

	private final CallTokens tokens;

	ReportController(Reports reports, CallTokens tokens) {
		this.reports = reports;
		this.tokens = tokens;
	}

	@GetMapping("/reports/{assessmentId}")
	ResponseEntity<?> report(@PathVariable UUID assessmentId,
			@RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
		if (!authorization.startsWith(BEARER)
				|| !this.tokens.opens(authorization.substring(BEARER.length()), "report", assessmentId.toString())) {
			return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
				.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
				.build();
		}
		return this.reports.fetch(assessmentId).<ResponseEntity<?>>map((report) -> switch (report) {
			case Report.Pdf pdf -> ResponseEntity.ok()
				.contentType(MediaType.APPLICATION_PDF)
				.cacheControl(CacheControl.noStore())
				.body(pdf.content());
			case Report.Page page -> ResponseEntity.status(HttpStatus.SEE_OTHER)
				.location(page.address())
				.cacheControl(CacheControl.noStore())
				.build();
		}).orElseGet(() -> ResponseEntity.notFound().build());
	}

	@ExceptionHandler(MethodArgumentTypeMismatchException.class)
	ResponseEntity<Void> noSuchReport() {
		return ResponseEntity.notFound().build();
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> gone(ConnectionDeleted gone) {
		return ResponseEntity.status(HttpStatus.GONE)
			.body(ProblemDetail.forStatusAndDetail(HttpStatus.GONE,
					"The connection to the provider was deleted; the report is in the provider's portal only."));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> failed(RuntimeException failure) {
		HttpStatus status = (failure instanceof VendorFailure) ? HttpStatus.BAD_GATEWAY
				: Outages.isOutage(failure) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
		return ResponseEntity.status(status)
			.body(ProblemDetail.forStatusAndDetail(status, "The report could not be fetched; try again later."));
	}

}
