package io.bgvbridge.gateway.ashby;

import java.util.List;

/**
 * Ashby's error envelope.
 *
 * @param success always false
 * @param errors the code
 * @param errorInfo the code and a sentence
 */
record Refusal(boolean success, List<String> errors, ErrorInfo errorInfo) {

	static Refusal of(String code, String message) {
		return new Refusal(false, List.of(code), new ErrorInfo(code, message));
	}

	/**
	 * What went wrong.
	 *
	 * @param code closed code
	 * @param message a sentence
	 */
	record ErrorInfo(String code, String message) {

	}

}
