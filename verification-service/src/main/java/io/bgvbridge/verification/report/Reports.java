package io.bgvbridge.verification.report;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.provider.Providers;
import io.bgvbridge.verification.provider.Report;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reports, fetched from the provider each time: its links expire and its files are not
 * ours to keep.
 */
@Component
class Reports {

	private final JdbcClient jdbc;

	private final ReportLinks links;

	private final Connections connections;

	private final Providers providers;

	private final VendorCalls calls;

	Reports(JdbcClient jdbc, ReportLinks links, Connections connections, Providers providers, VendorCalls calls) {
		this.jdbc = jdbc;
		this.links = links;
		this.connections = connections;
		this.providers = providers;
		this.calls = calls;
	}

	/**
	 * Fetches a report.
	 * @param assessmentId the verification
	 * @return the report; empty if there is no such verification or no report yet
	 */
	Optional<Report> fetch(UUID assessmentId) {
		URI told = this.links.find(assessmentId).orElse(null);
		return this.jdbc.sql("""
				select connection_id, provider, provider_reference from verification
				where assessment_id = ? and provider_reference is not null and not erased
				""")
			.param(assessmentId)
			.query(Ordered.class)
			.optional()
			.flatMap((ordered) -> this.calls.call(ordered.connectionId(), Connections.PROVIDER,
					() -> this.providers.get(ordered.provider())
						.report(this.connections.providerAccess(ordered.connectionId()), ordered.providerReference(),
								told)));
	}

	/**
	 * An order with its place.
	 *
	 * @param connectionId the connection
	 * @param provider the provider's name
	 * @param providerReference the provider's id of the order
	 */
	record Ordered(UUID connectionId, String provider, String providerReference) {

	}

}
