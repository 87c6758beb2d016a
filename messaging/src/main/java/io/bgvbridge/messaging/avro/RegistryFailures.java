package io.bgvbridge.messaging.avro;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import com.microsoft.kiota.ApiException;
import org.apache.avro.InvalidNumberEncodingException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a registry that does not answer from one that says no.
 */
final class RegistryFailures {

	private RegistryFailures() {
	}

	static boolean isOutage(Throwable failure) {
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ApiException answer) {
				int status = answer.getResponseStatusCode();
				return status >= 500 || status == 429 || status == 408;
			}
			if (cause instanceof IOException || cause instanceof TimeoutException
					|| cause instanceof InterruptedException) {
				return !isMalformedData(cause);
			}
			if (cause.getClass().getName().endsWith("RestClientException")
					&& !String.valueOf(cause.getMessage()).contains("error code: 404")) {
				return true;
			}
		}
		return false;
	}

	/** What we write is registered by the set-up, which may still be under way. */
	static boolean isNotRegistered(Throwable failure) {
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String message = String.valueOf(cause.getMessage());
			if ((cause instanceof ApiException answer && answer.getResponseStatusCode() == 404)
					|| message.startsWith("Could not resolve artifact reference by content")
					|| message.contains("error code: 404")) {
				return true;
			}
		}
		return false;
	}

	/** Avro reports damaged bytes as I/O failures of its own reader. */
	private static boolean isMalformedData(Throwable cause) {
		return cause instanceof java.io.EOFException || cause instanceof InvalidNumberEncodingException
				|| cause instanceof java.io.CharConversionException
				|| cause instanceof com.fasterxml.jackson.core.JacksonException;
	}

}
