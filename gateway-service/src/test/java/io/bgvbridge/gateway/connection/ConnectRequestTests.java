package io.bgvbridge.gateway.connection;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import io.bgvbridge.gateway.connection.ConnectRequest.AshbySide;
import io.bgvbridge.gateway.connection.ConnectRequest.ProviderSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConnectRequestTests {

	private final VendorAddresses addresses = new VendorAddresses(new ConnectionProperties(
			URI.create("https://bgv.example.com"),
			Set.of("api.ashbyhq.com", "api-sa.in.springverify.com", "LocalHost", "10.0.0.7", "http://Sandbox:8090"),
			null, Duration.ofDays(14)));

	@Test
	void pointsAtProductionUnlessToldOtherwise() {
		Connect command = new ConnectRequest(" Acme ", new AshbySide("key", null, null, null), account("springverify"),
				null, null, null, null)
			.command(this.addresses);
		assertThat(command.name()).isEqualTo("Acme");
		assertThat(command.credentials().ashby().baseUrl()).hasToString("https://api.ashbyhq.com");
		assertThat(command.credentials().provider().baseUrl()).hasToString("https://api-sa.in.springverify.com");
		assertThat(command.toString()).doesNotContain("key").doesNotContain("token");
	}

	@Test
	void namesEveryFieldThatIsMissing() {
		assertThatExceptionOfType(InvalidConnection.class)
			.isThrownBy(() -> new ConnectRequest(null, null, null, null, null, null, null).command(this.addresses))
			.satisfies((refusal) -> assertThat(refusal.getBody().getDetail()).contains("name ", "ashby.apiKey ",
					"provider.kind ", "provider.apiToken "));
	}

	@Test
	void namesTheProvidersThatAreSupported() {
		assertThatExceptionOfType(InvalidConnection.class)
			.isThrownBy(() -> new ConnectRequest("x", new AshbySide("key", null, null, null), account("certn"), null,
					null, null, null)
				.command(this.addresses))
			.satisfies((refusal) -> assertThat(refusal.getBody().getDetail()).contains("provider.kind", "springverify",
					"stackone", "checkr"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://api.ashbyhq.com", "https://API.ashbyhq.com/", "http://localhost:8090/ashby",
			"https://localhost/x", "http://sandbox:8090/ashby", "http://SANDBOX:8090" })
	void takesAddressesOfListedHosts(String address) {
		assertThat(check(address)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "http://api.ashbyhq.com, https://", "http://10.0.0.7/, https://",
			"https://evil.example.com, BGV_VENDOR_HOSTS", "https://api.ashbyhq.com.evil.example.com, BGV_VENDOR_HOSTS",
			"http://127.0.0.1/, BGV_VENDOR_HOSTS", "http://sandbox/, BGV_VENDOR_HOSTS",
			"http://sandbox:8091/, BGV_VENDOR_HOSTS", "https://sandbox:8090/, BGV_VENDOR_HOSTS",
			"https://api.ashbyhq.com@evil.example.com, BGV_VENDOR_HOSTS", "https://u:p@api.ashbyhq.com, no user",
			"https://api.ashbyhq.com?x=1, no user", "https://api.ashbyhq.com#x, no user", "ftp://localhost/, https://",
			"'', BGV_VENDOR_HOSTS", "//api.ashbyhq.com, https://", "https://api ashbyhq.com, must be an address" })
	void refusesAnyOtherAddress(String address, String problem) {
		assertThat(check(address)).contains("ashby.baseUrl").contains(problem);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "a:b", "a\r\nb", "ключ" })
	void refusesKeysThatNoHeaderCarries(String key) {
		assertThatExceptionOfType(InvalidConnection.class)
			.isThrownBy(() -> new ConnectRequest("x", new AshbySide(key, null, null, null), account("springverify"),
					null, null, null, null)
				.command(this.addresses))
			.satisfies((refusal) -> assertThat(refusal.getBody().getDetail()).contains("ashby.apiKey"));
	}

	private static ProviderSide account(String kind) {
		return new ProviderSide(kind, "token", null, null, null, null, null, null, null);
	}

	private String check(String address) {
		Violations problems = new Violations();
		this.addresses.check("ashby.baseUrl", address, problems);
		try {
			problems.throwIfAny();
			return "";
		}
		catch (InvalidConnection ex) {
			return String.valueOf(ex.getBody().getDetail());
		}
	}

}
