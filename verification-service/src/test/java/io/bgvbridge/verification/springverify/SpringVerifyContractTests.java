package io.bgvbridge.verification.springverify;

import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.provider.ContractVendor;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.ProviderContract;
import tools.jackson.databind.json.JsonMapper;

class SpringVerifyContractTests extends ProviderContract {

	@Override
	protected ContractVendor vendor() {
		return new SpringVerifyVendor();
	}

	@Override
	protected Provider provider(VendorHttp http, JsonMapper json) {
		return new SpringVerify(new SpringVerifyClient(http, json), json);
	}

	@Override
	protected String packageKey() {
		return "12:34";
	}

	@Override
	protected Order unacceptable() {
		return order(new Candidate("Asha", "Rao", "asha.rao@example.com", "+1 415 555 2671"));
	}

	@Override
	protected String unknownCode() {
		return "99";
	}

	@Override
	protected String completedCode() {
		return "1";
	}

}
