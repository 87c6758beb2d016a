package io.bgvbridge.verification.checkr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.verification.provider.ContractFixture;
import io.bgvbridge.verification.provider.ContractVendor;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.ProviderAccess;
import io.bgvbridge.verification.provider.StubVendor.Call;
import tools.jackson.databind.json.JsonMapper;

/**
 * The adapter against its strict stub.
 */
abstract class CheckrFixture extends ContractFixture {

	final CheckrVendor checkr = (CheckrVendor) this.vendor;

	@Override
	protected ContractVendor vendor() {
		return new CheckrVendor();
	}

	@Override
	protected Provider provider(VendorHttp http, JsonMapper json) {
		return CheckrContractTests.adapter(http, json);
	}

	@Override
	protected String packageKey() {
		return "package_2";
	}

	ProviderAccess inIndia() {
		Map<String, String> settings = new HashMap<>(CheckrVendor.SETTINGS);
		settings.put("workLocation.country", "IN");
		return this.checkr.access(settings);
	}

	List<String> calls() {
		return this.vendor.calls()
			.stream()
			.map((call) -> call.method() + " " + call.uri().getPath().replaceFirst("^/checkr", ""))
			.toList();
	}

	Call last(String method, String path) {
		return this.vendor.calls()
			.reversed()
			.stream()
			.filter((call) -> call.is(method, path))
			.findFirst()
			.orElseThrow();
	}

}
