package io.bgvbridge.gateway.callback;

import java.util.Optional;

import io.bgvbridge.gateway.connection.CallbackCallers;
import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.Proof;
import io.bgvbridge.gateway.signature.Signature;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Who sent a callback that is signed.
 */
@Component
final class SignedCallbacks {

	private final CallbackCallers callers;

	private final Counter refused;

	SignedCallbacks(CallbackCallers callers, MeterRegistry meters) {
		this.callers = callers;
		this.refused = meters.counter("bgv.signin.refused", "door", "callback");
	}

	/**
	 * Finds the sender.
	 * @throws ResponseStatusException if it is certain that there is none
	 */
	Connection sender(HttpServletRequest request, byte[] body) {
		return CallbackPath.of(request.getRequestURI())
			.flatMap((path) -> (path.provider().proof() instanceof Proof.Signed proof) ? this.callers.withSignature(
					path.connectionId(), path.provider(), signature(request, proof, body)::madeWith) : Optional.empty())
			.orElseThrow(() -> {
				this.refused.increment();
				return new ResponseStatusException(HttpStatus.UNAUTHORIZED, "The signature is missing or not valid.");
			});
	}

	private static Signature signature(HttpServletRequest request, Proof.Signed proof, byte[] body) {
		String shown = request.getHeader(proof.header());
		return new Signature(proof.notation(), (shown != null) ? shown : "", body);
	}

}
