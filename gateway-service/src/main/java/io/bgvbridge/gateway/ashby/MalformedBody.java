package io.bgvbridge.gateway.ashby;

import org.springframework.http.HttpStatus;

/**
 * A body that is not what Ashby's contract says. The message is ours and quotes nothing.
 */
final class MalformedBody extends RuntimeException {

	private final HttpStatus status;

	MalformedBody(HttpStatus status, String sentence) {
		super(sentence, null, false, false);
		this.status = status;
	}

	HttpStatus status() {
		return this.status;
	}

	String sentence() {
		return String.valueOf(getMessage());
	}

}
