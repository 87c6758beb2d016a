package io.bgvbridge.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a simulator's call comes to when a fault may strike it. */
final class Faulty {

	private static final Logger log = LoggerFactory.getLogger(Faulty.class);

	private Faulty() {
	}

	/** The answer, or null when the connection is to be closed without one. */
	static @Nullable Answer outcome(Simulator simulator, Request request, @Nullable Fault fault) {
		if (fault == null) {
			return guarded(simulator, request);
		}
		return switch (fault.kind()) {
			case STATUS -> failure(simulator, fault, fault.status());
			case SUCCESS_FALSE -> failure(simulator, fault, 200);
			case TIMEOUT_AFTER_COMMIT -> guarded(simulator, request);
			case RESET_BEFORE -> null;
			case DELAY -> {
				pause(fault);
				yield guarded(simulator, request);
			}
			case RESET_AFTER_COMMIT -> {
				guarded(simulator, request);
				yield null;
			}
			case ERROR_AFTER_COMMIT -> {
				guarded(simulator, request);
				yield failure(simulator, fault, fault.status());
			}
		};
	}

	private static Answer failure(Simulator simulator, Fault fault, int status) {
		Answer usual = simulator.failure(status);
		Answer answer = (fault.body() != null)
				? new Answer(status, usual.headers(), fault.body().getBytes(StandardCharsets.UTF_8)) : usual;
		Integer seconds = fault.retryAfterSeconds();
		return (seconds != null) ? answer.with("Retry-After", seconds.toString()) : answer;
	}

	static Answer guarded(Endpoint endpoint, Request request) {
		try {
			return endpoint.answer(request);
		}
		catch (Refused ex) {
			return Answer.problem(ex.status(), message(ex));
		}
		catch (RuntimeException ex) {
			log.error("sandbox.failed path={}", request.path(), ex);
			return Answer.problem(500, "The sandbox itself failed; its log says why");
		}
	}

	static String message(Refused ex) {
		return Objects.requireNonNullElse(ex.getMessage(), "Refused");
	}

	static void pause(Fault fault) {
		try {
			Thread.sleep(fault.delayMs());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
