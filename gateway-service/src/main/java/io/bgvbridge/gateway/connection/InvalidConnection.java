package io.bgvbridge.gateway.connection;

import java.util.List;
import java.util.stream.Collectors;

import io.bgvbridge.gateway.connection.Violations.Violation;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A request for a connection that cannot be made as it is.
 */
final class InvalidConnection extends ErrorResponseException {

	InvalidConnection(List<Violation> violations) {
		super(HttpStatus.BAD_REQUEST, problem(violations), null);
	}

	private static ProblemDetail problem(List<Violation> violations) {
		String detail = violations.stream()
			.map((violation) -> violation.field() + " " + violation.problem())
			.collect(Collectors.joining("; "));
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
		problem.setTitle("Invalid connection");
		problem.setProperty("errors", violations);
		return problem;
	}

}
