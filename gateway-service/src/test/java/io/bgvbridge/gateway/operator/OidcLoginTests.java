package io.bgvbridge.gateway.operator;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.bgvbridge.gateway.Browser;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How people sign in with their organisation's own login.
 */
@GatewayTest
@DirtiesContext
class OidcLoginTests {

	private static final Issuer issuer = new Issuer();

	@Autowired
	private Samples samples;

	@DynamicPropertySource
	static void oidc(DynamicPropertyRegistry registry) {
		registry.add("bgv.oidc.issuer", issuer::url);
		registry.add("bgv.oidc.client-id", () -> "bgv");
		registry.add("bgv.oidc.client-secret", () -> "planted-secret");
		registry.add("bgv.oidc.role-claim", () -> "groups");
	}

	@Test
	void asksTheIssuerOnceSomebodySignsInAndTakesTheRole() {
		Browser browser = new Browser(this.samples.stranger());
		assertThat(browser.get("/console/login").body()).contains("/console/login/with/oidc");
		assertThat(issuer.calls()).isZero();
		assertThat(Browser.location(signIn(browser, List.of("staff", "operator")))).isEqualTo("/console");
		assertThat(browser.get("/console").body()).contains("oidc:asha (operator)");
		assertThat(browser.get("/console/accounts").statusCode()).isEqualTo(403);
	}

	@Test
	void letsNobodyInWithoutARole() {
		Browser browser = new Browser(this.samples.stranger());
		assertThat(Browser.location(signIn(browser, List.of("staff")))).isEqualTo("/console/login?role");
		assertThat(Browser.location(browser.get("/console"))).isEqualTo("/console/login");
	}

	@Test
	void refusesAnAnswerThatNobodyAskedFor() {
		Browser browser = new Browser(this.samples.stranger());
		assertThat(Browser.location(browser.get("/console/login/from/oidc?code=c&state=forged")))
			.isEqualTo("/console/login?away");
	}

	private HttpResponse<String> signIn(Browser browser, List<String> roles) {
		String asked = Browser.location(browser.get("/console/login/with/oidc"));
		assertThat(asked).startsWith(issuer.url() + "/authorize")
			.contains("redirect_uri=https://bgv.example.com/console/login/from/oidc")
			.doesNotContain("planted-secret");
		issuer.knows(roles, parameter(asked, "nonce"));
		return browser.get("/console/login/from/oidc?code=c&state=" + parameter(asked, "state"));
	}

	private static String parameter(String url, String name) {
		Matcher matcher = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(url);
		assertThat(matcher.find()).as(name).isTrue();
		return matcher.group(1);
	}

}
