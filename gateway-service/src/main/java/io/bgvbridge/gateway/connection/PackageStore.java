package io.bgvbridge.gateway.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The packages' rows.
 */
@Component
final class PackageStore {

	private static final String SELECT = "select assessment_type_id, package_key, name, description, listed from package ";

	private final JdbcClient jdbc;

	PackageStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Marks the connection with the listing, and keeps a concurrent one waiting. */
	boolean isNewer(Listing listing) {
		return this.jdbc.sql("""
				update connection set packages_listed_at = :at, credits = :credits, required_fields = :required
				where connection_id = :id and (packages_listed_at is null or packages_listed_at < :at)
				""")
			.param("at", listing.listedAt().atOffset(ZoneOffset.UTC))
			.param("credits", listing.credits())
			.param("required", listing.required().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
			.param("id", listing.connectionId())
			.update() == 1;
	}

	void replace(Listing listing) {
		this.jdbc.sql("update package set listed = false where connection_id = ?")
			.param(listing.connectionId())
			.update();
		for (OrderablePackage orderable : listing.packages()) {
			this.jdbc.sql("""
					insert into package (connection_id, assessment_type_id, package_key, name, description, listed)
					values (:connection, :type, :key, :name, :description, true)
					on conflict (connection_id, assessment_type_id) do update
						set name = excluded.name, description = excluded.description, listed = true
					""")
				.param("connection", listing.connectionId())
				.param("type", orderable.assessmentTypeId())
				.param("key", orderable.packageKey())
				.param("name", orderable.name())
				.param("description", orderable.description())
				.update();
		}
	}

	List<OrderablePackage> listed(UUID connectionId) {
		return this.jdbc.sql(SELECT + "where connection_id = ? and listed order by name, package_key")
			.param(connectionId)
			.query(PackageStore::orderable)
			.list();
	}

	List<OrderablePackage> all(UUID connectionId) {
		return this.jdbc.sql(SELECT + "where connection_id = ? order by listed desc, name, package_key")
			.param(connectionId)
			.query(PackageStore::orderable)
			.list();
	}

	Optional<OrderablePackage> listed(UUID connectionId, String packageKey) {
		return this.jdbc.sql(SELECT + "where connection_id = ? and package_key = ? and listed")
			.params(connectionId, packageKey)
			.query(PackageStore::orderable)
			.optional();
	}

	boolean areKnown(UUID connectionId) {
		return this.jdbc.sql("select packages_listed_at is not null from connection where connection_id = ?")
			.param(connectionId)
			.query(Boolean.class)
			.single();
	}

	boolean isOutOfCredits(UUID connectionId) {
		return this.jdbc.sql("select coalesce(credits <= 0, false) from connection where connection_id = ?")
			.param(connectionId)
			.query(Boolean.class)
			.single();
	}

	/** What the account demands of every candidate; empty if it is not known. */
	Set<CandidateNeed> required(UUID connectionId) {
		String names = this.jdbc.sql("select required_fields from connection where connection_id = ?")
			.param(connectionId)
			.query(String.class)
			.single();
		return names.isEmpty() ? Set.of()
				: Arrays.stream(names.split(",")).map(CandidateNeed::valueOf).collect(Collectors.toUnmodifiableSet());
	}

	Optional<OrderablePackage> find(UUID connectionId, UUID assessmentTypeId) {
		return this.jdbc.sql(SELECT + "where connection_id = ? and assessment_type_id = ?")
			.params(connectionId, assessmentTypeId)
			.query(PackageStore::orderable)
			.optional();
	}

	private static OrderablePackage orderable(ResultSet row, int number) throws SQLException {
		return new OrderablePackage(row.getObject("assessment_type_id", UUID.class), row.getString("package_key"),
				row.getString("name"), row.getString("description"), row.getBoolean("listed"));
	}

}
