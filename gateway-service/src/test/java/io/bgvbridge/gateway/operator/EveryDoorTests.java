package io.bgvbridge.gateway.operator;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.bgvbridge.gateway.Browser;
import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every endpoint there is against everybody who may not use it. What each demands is
 * written down here once more, so that a new endpoint fails until somebody has thought
 * about it.
 */
@GatewayTest
class EveryDoorTests {

	private static final String NONE = "00000000-0000-7000-8000-000000000000";

	/** The first that fits, by method and path; paths of patterns are matched whole. */
	private static final List<Rule> RULES = List.of(
			// Doors of vendors have credentials of their own.
			rule("POST", "/ashby/webhooks/.*", Demand.VENDOR), rule("POST", "/ashby/.*", Demand.VENDOR),
			rule("POST", "/callbacks/.*", Demand.VENDOR), rule("GET", "/console/login", Demand.NOTHING),
			rule("GET", "/api/accounts(/.*)?", Demand.ADMINISTRATOR),
			rule("(POST|PATCH|PUT|DELETE)", "/api/accounts(/.*)?", Demand.ADMINISTRATOR),
			rule("GET", "/api/(connections|verifications|failures|openapi.json).*", Demand.VIEWER),
			rule("(POST|PATCH|PUT|DELETE)", "/api/connections(/.*)?", Demand.ADMINISTRATOR),
			rule("POST", "/api/verifications/[^/]+/erase", Demand.ADMINISTRATOR),
			rule("POST", "/api/verifications/[^/]+/(refresh|resend|resolve|cancel|retry)", Demand.OPERATOR),
			rule("POST", "/api/failures/[^/]+/redrive", Demand.OPERATOR), rule("GET", "/reports/.*", Demand.VIEWER),
			rule("(GET|POST)", "/console/accounts(/.*)?", Demand.ADMINISTRATOR),
			rule("GET", "/console/(audit|connections/new)", Demand.ADMINISTRATOR),
			rule("GET", "/console/connections/[^/]+/(edit|delete)", Demand.ADMINISTRATOR),
			rule("GET", "/console(/(checks|failures|connections)(/.*)?)?", Demand.VIEWER),
			rule("POST", "/console/checks/search", Demand.VIEWER),
			rule("POST", "/console/checks/[^/]+/erase", Demand.ADMINISTRATOR),
			rule("POST", "/console/checks/[^/]+/(refresh|resend|resolve|cancel|retry)", Demand.OPERATOR),
			rule("POST", "/console/failures/[^/]+/redrive", Demand.OPERATOR),
			rule("POST", "/console/connections(/.*)?", Demand.ADMINISTRATOR),
			// Nobody has business there, but for the server itself.
			rule(".*", "/error", Demand.ADMINISTRATOR));

	@Autowired
	private Samples samples;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	private final Map<Role, Caller> callers = new EnumMap<>(Role.class);

	private final Map<Role, Browser> browsers = new EnumMap<>(Role.class);

	@BeforeEach
	void signIn() {
		for (Role role : Role.values()) {
			Somebody somebody = Somebody.with(this.samples.stranger(), role.code());
			this.callers.put(role, somebody.caller());
			this.browsers.put(role, somebody.browser());
		}
	}

	@Test
	void everyEndpointHasARuleAndEveryRuleHolds() {
		List<Endpoint> all = endpoints().toList();
		assertThat(all).hasSizeGreaterThan(40);
		for (Endpoint endpoint : all) {
			Demand demand = demand(endpoint).orElseThrow(
					() -> new AssertionError("Who may use " + endpoint + "? Say so in Access, and in this test."));
			assertThat(isLetIn(endpoint, null)).as("a stranger: " + endpoint).isEqualTo(demand == Demand.NOTHING);
			if (demand != Demand.VENDOR && demand != Demand.NOTHING) {
				for (Role role : Role.values()) {
					assertThat(isLetIn(endpoint, role)).as(role + ": " + endpoint)
						.isEqualTo(role.includes(Role.valueOf(demand.name())));
				}
			}
		}
	}

	@Test
	void everyFormNeedsItsToken() {
		Browser administrator = this.browsers.get(Role.ADMINISTRATOR);
		List<Endpoint> forms = endpoints().filter(Endpoint::isForm).toList();
		assertThat(forms).hasSizeGreaterThan(10);
		for (Endpoint form : forms) {
			assertThat(administrator.post(form.path(), Map.of(), "").statusCode()).as(form.toString()).isEqualTo(403);
			assertThat(administrator.post(form.path(), Map.of(), "forged").statusCode()).as(form.toString())
				.isEqualTo(403);
		}
		assertThat(administrator.post("/console/logout", Map.of(), "forged").statusCode()).isEqualTo(403);
		assertThat(administrator.get("/console").statusCode()).as("still signed in").isEqualTo(200);
	}

	@Test
	void theApiTakesNoSessionAndItsFormsNoOtherSites() {
		Browser administrator = this.browsers.get(Role.ADMINISTRATOR);
		endpoints().filter((endpoint) -> endpoint.path().startsWith("/api/") && endpoint.method().equals("POST"))
			.forEach((endpoint) -> assertThat(administrator.post(endpoint.path(), Map.of(), "").statusCode())
				.as(endpoint.toString())
				.isEqualTo(401));
	}

	@Test
	void aSessionThatSomebodyElseChoseIsNotKept() {
		Browser victim = new Browser(this.samples.stranger());
		victim.keep("bgv_session=0123456789ABCDEF0123456789ABCDEF");
		victim.signIn("admin", "secret");
		assertThat(victim.get("/console").statusCode()).isEqualTo(200);
		assertThat(victim.cookie()).doesNotContain("0123456789ABCDEF");
		Browser attacker = new Browser(this.samples.stranger());
		attacker.get("/console/login");
		String planted = attacker.cookie();
		Browser other = new Browser(this.samples.stranger());
		other.keep(planted);
		other.signIn("admin", "secret");
		assertThat(other.cookie()).isNotEqualTo(planted);
		assertThat(Browser.location(attacker.get("/console"))).isEqualTo("/console/login");
	}

	private Stream<Endpoint> endpoints() {
		return this.mapping.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((info) -> info.getPatternValues()
				.stream()
				.flatMap((pattern) -> info.getMethodsCondition().getMethods().isEmpty()
						? Stream.of(new Endpoint("GET", pattern), new Endpoint("POST", pattern))
						: info.getMethodsCondition()
							.getMethods()
							.stream()
							.map((method) -> new Endpoint(method.name(), pattern))));
	}

	private static Optional<Demand> demand(Endpoint endpoint) {
		return RULES.stream()
			.filter((rule) -> endpoint.method().matches(rule.method()) && endpoint.path().matches(rule.path()))
			.map(Rule::demand)
			.findFirst();
	}

	/**
	 * Whether somebody, or a stranger, gets past the door; what is behind it may fail.
	 */
	private boolean isLetIn(Endpoint endpoint, Role role) {
		if (endpoint.path().startsWith("/console")) {
			Browser browser = (role != null) ? this.browsers.get(role) : new Browser(this.samples.stranger());
			HttpResponse<String> answer = endpoint.isForm() ? ((role != null) ? browser.post(endpoint.path(), Map.of())
					: browser.post(endpoint.path(), Map.of(), "")) : browser.get(endpoint.path());
			return answer.statusCode() != 403 && !Browser.location(answer).startsWith("/console/login");
		}
		Caller caller = (role != null) ? this.callers.get(role) : this.samples.stranger();
		int status = caller.call(endpoint.method(), endpoint.path(), "{}").status();
		return status != 401 && status != 403;
	}

	private static Rule rule(String method, String path, Demand demand) {
		return new Rule(method, path, demand);
	}

	/**
	 * What an endpoint demands.
	 */
	private enum Demand {

		NOTHING, VIEWER, OPERATOR, ADMINISTRATOR, VENDOR

	}

	/**
	 * A rule.
	 *
	 * @param method pattern of methods
	 * @param path pattern of whole paths
	 * @param demand what they demand
	 */
	private record Rule(String method, String path, Demand demand) {
	}

	/**
	 * An endpoint, with ids that exist nowhere in its path.
	 *
	 * @param method its method
	 * @param path its path
	 */
	private record Endpoint(String method, String path) {

		Endpoint {
			path = String.join("/",
					Arrays.stream(path.split("/"))
						.map((part) -> part.equals("{provider}") ? "springverify" : part.startsWith("{") ? NONE : part)
						.toList());
		}

		boolean isForm() {
			return this.method.equals("POST") && this.path.startsWith("/console");
		}

	}

}
