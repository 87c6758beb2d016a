package io.bgvbridge.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox's own routes: what is here, the faults, the recorded calls. */
final class Controls {

	private final List<Simulator> simulators;

	private final Faults faults;

	private final Calls calls;

	private final Routes routes = new Routes();

	Controls(List<Simulator> simulators, Faults faults, Calls calls) {
		this.simulators = simulators;
		this.faults = faults;
		this.calls = calls;
		this.routes.on("GET", "/", "This list", this::index)
			.on("POST", "/faults", "Makes a vendor's calls fail", this::addFault)
			.on("GET", "/faults", "The faults still to happen", (request) -> faultList())
			.on("DELETE", "/faults", "Takes all faults back", this::clearFaults)
			.on("GET", "/calls", "The recorded calls; ?vendor= picks one vendor", this::callList)
			.on("DELETE", "/calls", "Forgets the recorded calls", this::clearCalls);
	}

	Answer answer(Request request) {
		return this.routes.answer(request);
	}

	private Answer index(Request request) {
		List<Route> all = new ArrayList<>(this.routes.list());
		for (Simulator simulator : this.simulators) {
			simulator.routes().forEach((route) -> all.add(route.below("/" + simulator.name())));
		}
		ObjectNode index = Json.object().put("name", "BGV Bridge sandbox");
		index.set("routes", Json.tree(all));
		return Answer.json(200, index);
	}

	private Answer addFault(Request request) {
		Members members = Members.of(request, "vendor", "operation", "kind", "status", "retryAfterSeconds", "body",
				"delayMs", "times");
		try {
			this.faults.add(fault(members));
		}
		catch (IllegalArgumentException ex) {
			throw new Refused(400, Objects.requireNonNullElse(ex.getMessage(), "Unfit fault"));
		}
		return faultList();
	}

	private static Fault fault(Members members) {
		FaultKind kind = FaultKind.of(members.text("kind"));
		return new Fault(members.text("vendor"), members.optionalText("operation"), kind,
				members.integer("status", 500),
				members.has("retryAfterSeconds") ? members.integer("retryAfterSeconds", 0) : null, body(members),
				members.integer("delayMs", 0), members.integer("times", 1));
	}

	private static @Nullable String body(Members members) {
		JsonNode body = members.node("body");
		return (body.isObject() || body.isArray()) ? body.toString() : members.optionalText("body");
	}

	private Answer faultList() {
		ArrayNode list = Json.array();
		for (Fault fault : this.faults.list()) {
			ObjectNode shown = (ObjectNode) Json.tree(fault);
			list.add(shown.put("kind", fault.kind().wire()));
		}
		return Answer.json(200, list);
	}

	private Answer clearFaults(Request request) {
		this.faults.clear();
		return faultList();
	}

	private Answer callList(Request request) {
		String vendor = request.parameter("vendor");
		if (vendor == null) {
			return Answer.json(200, this.calls.list());
		}
		if (this.simulators.stream().noneMatch((simulator) -> simulator.name().equals(vendor))) {
			throw new Refused(400, "Unknown vendor");
		}
		return Answer.json(200, this.calls.list().stream().filter((call) -> call.vendor().equals(vendor)).toList());
	}

	private Answer clearCalls(Request request) {
		this.calls.clear();
		return Answer.json(200, Json.array());
	}

}
