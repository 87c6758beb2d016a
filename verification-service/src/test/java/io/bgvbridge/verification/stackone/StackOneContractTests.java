package io.bgvbridge.verification.stackone;

import java.util.Set;

import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.verification.provider.ContractVendor;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.ProviderContract;
import tools.jackson.databind.json.JsonMapper;

class StackOneContractTests extends ProviderContract {

	@Override
	protected ContractVendor vendor() {
		return new StackOneVendor();
	}

	@Override
	protected Provider provider(VendorHttp http, JsonMapper json) {
		return new StackOne(new StackOneClient(http, json), json);
	}

	@Override
	protected String packageKey() {
		return "p2";
	}

	@Override
	protected Set<Integer> unauthorized() {
		return Set.of(412);
	}

	@Override
	protected String unknownCode() {
		return "unmapped_value";
	}

	@Override
	protected String completedCode() {
		return "completed";
	}

}
