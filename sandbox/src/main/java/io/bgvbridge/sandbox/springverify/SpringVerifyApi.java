package io.bgvbridge.sandbox.springverify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Route;
import io.bgvbridge.sandbox.http.Routes;
import org.jspecify.annotations.Nullable;

/** The API that takes orders. */
final class SpringVerifyApi {

	private final Set<String> tokens = ConcurrentHashMap.newKeySet();

	private final ProviderCandidates candidates;

	private final Routes routes = new Routes();

	SpringVerifyApi(ProviderCandidates candidates, Orders orders, LookUps lookUps) {
		this.candidates = candidates;
		this.routes
			.on("GET", "/external/v1/candidate/packages", "What can be ordered, and the credits left", this::packages)
			.on("POST", "/external/v1/candidate/add", "Adds a candidate, which orders the check", orders::add)
			.on("GET", "/external/v1/candidate/details", "By candidate_id, by email, or limit and offset",
					lookUps::details)
			.on("GET", "/external/v1/candidate/report/pdf", "The report in base 64", lookUps::report)
			.on("GET", "/reports/{id}", "The report behind a signed address that expires", lookUps::signedReport);
	}

	List<Route> list() {
		return this.routes.list();
	}

	void addToken(String token) {
		this.tokens.add(token);
	}

	void revokeToken(String token) {
		this.tokens.remove(token);
	}

	Answer answer(Request request) {
		try {
			if (!request.path().startsWith("/reports/")) {
				authenticate(request.header("authorization"));
			}
			return this.routes.answer(request);
		}
		catch (ProviderRefusal refusal) {
			return refusal.answer();
		}
	}

	private void authenticate(@Nullable String authorization) {
		byte[] given = ((authorization != null) ? authorization : "").getBytes(StandardCharsets.UTF_8);
		for (String token : this.tokens) {
			if (MessageDigest.isEqual(("Bearer " + token).getBytes(StandardCharsets.UTF_8), given)) {
				return;
			}
		}
		throw ProviderRefusal.message(401, "Invalid token");
	}

	private Answer packages(Request request) {
		return Answer.json(200, Json.object().set("data", PackageCatalog.view(this.candidates.credits())));
	}

}
