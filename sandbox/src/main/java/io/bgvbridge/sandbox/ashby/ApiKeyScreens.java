package io.bgvbridge.sandbox.ashby;

import java.util.EnumSet;
import java.util.Set;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Members;
import io.bgvbridge.sandbox.http.Refused;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The screens on API keys. */
final class ApiKeyScreens {

	private final ApiKeys keys;

	ApiKeyScreens(ApiKeys keys) {
		this.keys = keys;
	}

	void addTo(Routes routes) {
		routes.on("GET", "/ui/keys", "The API keys with their scopes", this::list)
			.on("POST", "/ui/keys", "Adds an API key with scopes; makes one up when none is given", this::add)
			.on("DELETE", "/ui/keys/{key}", "Deactivates an API key", this::revoke);
	}

	private Answer list(Request request) {
		ArrayNode all = Json.array();
		for (ApiKeys.ApiKey key : this.keys.list()) {
			ObjectNode shown = all.addObject().put("key", key.value()).put("createdAt", key.createdAt().toString());
			ArrayNode scopes = shown.putArray("scopes");
			key.scopes().stream().sorted().map(Scope::permission).forEach(scopes::add);
		}
		return Answer.json(200, all);
	}

	private Answer add(Request request) {
		Members members = Members.of(request, "key", "scopes");
		if (!members.node("scopes").isArray()) {
			throw new Refused(400, "Member 'scopes' must be an array of permissions");
		}
		Set<Scope> scopes = EnumSet.noneOf(Scope.class);
		for (JsonNode wanted : members.node("scopes")) {
			scopes.add(Scope.of(wanted.stringValue(null)));
		}
		String key;
		if (members.has("key")) {
			key = members.text("key");
			this.keys.add(key, scopes);
		}
		else {
			key = this.keys.make(scopes);
		}
		return Answer.json(201, Json.object().put("key", key).set("scopes", Json.tree(scopes)));
	}

	private Answer revoke(Request request) {
		this.keys.revoke(request.variable("key"));
		return list(request);
	}

}
