package io.bgvbridge.verification.checkr;

import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.messaging.work.Budgets;
import io.bgvbridge.verification.provider.ContractVendor;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.ProviderContract;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class CheckrContractTests extends ProviderContract {

	@Override
	protected ContractVendor vendor() {
		return new CheckrVendor();
	}

	@Override
	protected Provider provider(VendorHttp http, JsonMapper json) {
		return adapter(http, json);
	}

	static final String CONTACT = "privacy@customer.example";

	/** Its database is away, which no answer may be lost to. */
	static Checkr adapter(VendorHttp http, JsonMapper json) {
		return adapter(http, json, CONTACT);
	}

	static Checkr adapter(VendorHttp http, JsonMapper json, @Nullable String contact) {
		Budgets away = new Budgets(JdbcClient.create(new DriverManagerDataSource("jdbc:nowhere:")));
		return new Checkr(new CheckrClient(http, json, new RateLimit(away)), json, new CheckrProperties(contact));
	}

	@Override
	protected String packageKey() {
		return "package_2";
	}

	@Override
	protected String unknownCode() {
		return "report:complete/purple";
	}

	@Override
	protected String completedCode() {
		return "report:complete/clear";
	}

}
