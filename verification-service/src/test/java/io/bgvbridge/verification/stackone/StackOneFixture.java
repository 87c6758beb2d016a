package io.bgvbridge.verification.stackone;

import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.verification.provider.ContractFixture;
import io.bgvbridge.verification.provider.ContractVendor;
import io.bgvbridge.verification.provider.Provider;
import tools.jackson.databind.json.JsonMapper;

/**
 * The adapter against its strict stub.
 */
abstract class StackOneFixture extends ContractFixture {

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
		return "p1";
	}

}
