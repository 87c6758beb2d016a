package io.bgvbridge.gateway.console;

import io.bgvbridge.messaging.consumer.Outages;

import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;

/**
 * What went wrong, in words for people; never an exception's own message.
 */
final class Problem {

	private Problem() {
	}

	static String sentence(Exception failure) {
		if (failure instanceof ErrorResponse response && response.getBody().getDetail() != null
				&& !(failure instanceof BindingResult)) {
			return response.getBody().getDetail();
		}
		return Outages.isOutage(failure) ? "Something that this service stands on is away. Try again in a moment."
				: "It did not work. Try again, or look into the log.";
	}

}
