package io.bgvbridge.sandbox.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.bgvbridge.sandbox.page.Asset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox's own routes: what is here, the faults, the recorded calls. */
final class Controls {

	private final List<Simulator> simulators;

	private final Faults faults;

	private final Calls calls;

	private final StartPage start;

	private final URI address;

	private final Routes routes = new Routes();

	Controls(List<Simulator> simulators, Faults faults, Calls calls, URI address) {
		this.address = address;
		this.simulators = simulators;
		this.faults = faults;
		this.calls = calls;
		this.start = new StartPage(simulators);
		this.routes.on("GET", "/", "The first page for browsers, this list for all others", this::first)
			.on("GET", "/routes", "This list", this::index)
			.on("GET", "/assets/{file}", "Style sheet and script of the pages", Controls::asset)
			.on("POST", "/faults", "Makes a vendor's calls fail", this::addFault)
			.on("GET", "/faults", "The faults still to happen", (request) -> faultList())
			.on("DELETE", "/faults", "Takes all faults back", this::clearFaults)
			.on("GET", "/calls", "The recorded calls; ?vendor= picks one vendor", this::callList)
			.on("DELETE", "/calls", "Forgets the recorded calls", this::clearCalls);
		simulators.forEach((simulator) -> this.routes.on("GET", "/" + simulator.name(), "Leads to its first page",
				(request) -> Answer.seeOther(simulator.home())));
	}

	void console(URI address) {
		this.start.console(address);
	}

	Answer answer(Request request) {
		return this.routes.answer(request);
	}

	private Answer first(Request request) {
		Answer answer = request.wantsPage() ? Answer.page(200, this.start.shown()) : index(request);
		return answer.with("Vary", "Accept");
	}

	private static Answer asset(Request request) {
		Asset asset = Asset.of(request.variable("file"));
		if (asset == null) {
			throw new Refused(404, "No such file");
		}
		return Answer.bytes(200, asset.type(), asset.content()).with("Cache-Control", "no-cache");
	}

	private Answer index(Request request) {
		List<Route> all = new ArrayList<>(this.routes.list());
		for (Simulator simulator : this.simulators) {
			simulator.routes().forEach((route) -> all.add(route.below("/" + simulator.name())));
		}
		ObjectNode index = Json.object().put("name", "BGV Bridge sandbox").put("address", this.address.toString());
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
