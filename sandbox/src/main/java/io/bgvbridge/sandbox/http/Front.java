package io.bgvbridge.sandbox.http;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.jspecify.annotations.Nullable;

/** The front door: reads a call, lets a fault strike, records, and answers. */
final class Front implements HttpHandler {

	private static final int LARGEST_BODY = 1_048_576;

	private final List<Simulator> simulators;

	private final Faults faults;

	private final Calls calls;

	private final Controls controls;

	Front(List<Simulator> simulators, Faults faults, Calls calls, URI address) {
		this.simulators = simulators;
		this.faults = faults;
		this.calls = calls;
		this.controls = new Controls(simulators, faults, calls, address);
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
			if (body.length > LARGEST_BODY) {
				send(exchange, Answer.problem(413, "The body is larger than 1 MiB"));
				return;
			}
			dispatch(exchange, body);
		}
	}

	private void dispatch(HttpExchange exchange, byte[] body) throws IOException {
		Request request;
		try {
			request = Request.of(exchange.getRequestMethod(), exchange.getRequestURI(), headers(exchange), body);
		}
		catch (Refused ex) {
			send(exchange, Answer.problem(ex.status(), Faulty.message(ex)));
			return;
		}
		Simulator simulator = simulator(request.path());
		if (simulator == null) {
			send(exchange, Faulty.guarded(this.controls::answer, request));
			return;
		}
		Request local = request.below("/" + simulator.name());
		if (Simulator.isScreen(local.path())) {
			send(exchange, Faulty.guarded(simulator, local));
			return;
		}
		call(exchange, simulator, local);
	}

	private void call(HttpExchange exchange, Simulator simulator, Request request) throws IOException {
		Instant time = Instant.now();
		Fault fault = this.faults.take(simulator.name(), request.path().substring(1));
		Answer answer = Faulty.outcome(simulator, request, fault);
		this.calls
			.add(Calls.call(simulator.name(), request, exchange.getRequestURI().getRawQuery(), time, fault, answer));
		if (fault != null && fault.kind() == FaultKind.TIMEOUT_AFTER_COMMIT) {
			Faulty.pause(fault);
		}
		if (answer != null) {
			send(exchange, answer);
		}
	}

	private @Nullable Simulator simulator(String path) {
		for (Simulator simulator : this.simulators) {
			if (path.startsWith("/" + simulator.name() + "/")) {
				return simulator;
			}
		}
		return null;
	}

	void console(URI address) {
		this.controls.console(address);
	}

	private static Map<String, String> headers(HttpExchange exchange) {
		Map<String, String> headers = new HashMap<>();
		exchange.getRequestHeaders()
			.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT),
					values.isEmpty() ? "" : values.getFirst()));
		return Map.copyOf(headers);
	}

	private static void send(HttpExchange exchange, Answer answer) throws IOException {
		answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
		exchange.sendResponseHeaders(answer.status(), (answer.body().length == 0) ? -1 : answer.body().length);
		if (answer.body().length > 0) {
			exchange.getResponseBody().write(answer.body());
		}
	}

}
