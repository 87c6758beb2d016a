package io.bgvbridge.sandbox.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.bgvbridge.sandbox.stack.Database;
import io.bgvbridge.sandbox.stack.Service;

/**
 * Checks in the gateway's database, written past it: as a company with several
 * connections would have them after a year and a half.
 */
final class MadeUpChecks implements AutoCloseable {

	private static final int BATCH = 100_000;

	private final Connection database;

	private final List<String> connections;

	private List<byte[]> commonTerms = List.of();

	private byte[] sealedBeginning = {};

	private MadeUpChecks(Connection database, List<String> connections) {
		this.database = database;
		this.connections = connections;
	}

	static MadeUpChecks in(LocalProduct product, List<String> connections) {
		Database database = product.database(Service.GATEWAY);
		try {
			MadeUpChecks checks = new MadeUpChecks(
					DriverManager.getConnection(database.url(), database.user(), database.password()), connections);
			checks.update("set statement_timeout = '10min'");
			checks.update(MadeUpRows.TABLE);
			return checks;
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

	List<String> connections() {
		return this.connections;
	}

	/** Keeps what is searched for with two checks of people of the same name. */
	void learn(String oneCheck, String otherCheck) {
		this.commonTerms = bytes("""
				select term_hash from assessment_term where assessment_id in (?::uuid, ?::uuid)
				group by 1 having count(*) = 2 order by 1
				""", oneCheck, otherCheck);
		this.sealedBeginning = bytes(
				"select substring(person from 1 for 5) from assessment where assessment_id = ?::uuid", oneCheck)
			.getFirst();
	}

	private List<byte[]> bytes(String sql, String... parameters) {
		List<byte[]> found = new ArrayList<>();
		try (PreparedStatement query = this.database.prepareStatement(sql)) {
			for (int i = 0; i < parameters.length; i++) {
				query.setString(i + 1, parameters[i]);
			}
			ResultSet rows = query.executeQuery();
			while (rows.next()) {
				found.add(rows.getBytes(1));
			}
			return found;
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

	/** Replaces all checks by that many. */
	void refill(int checks, Journal journal) {
		update("truncate assessment, verification, delivery, waiting, timeline cascade");
		for (int from = 0; from < checks; from += BATCH) {
			int to = Math.min(checks, from + BATCH);
			insert(from, to, checks);
			journal.note(String.format(Locale.ROOT, "%,d of %,d checks are in the gateway's database", to, checks));
		}
		for (String table : List.of("assessment", "assessment_term", "verification", "delivery", "waiting",
				"timeline")) {
			update("vacuum analyze " + table);
		}
		journal.note("the database has looked at its tables");
	}

	/** A check that half of the others are older than. */
	String middle() {
		try (PreparedStatement query = this.database.prepareStatement(
				"select assessment_id from assessment order by 1 offset (select count(*) / 2 from assessment) limit 1")) {
			ResultSet rows = query.executeQuery();
			rows.next();
			return rows.getString(1);
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

	private void insert(int from, int to, int checks) {
		update("truncate made");
		update(MadeUpRows.MADE, checks, String.join(",", this.connections), from, to - 1);
		update(MadeUpRows.ASSESSMENTS, this.sealedBeginning);
		update(MadeUpRows.VERIFICATIONS);
		update(MadeUpRows.DELIVERIES);
		update(MadeUpRows.WAITING);
		update(MadeUpRows.HOPS);
		update(MadeUpRows.TERMS, this.commonTerms.getFirst(), this.commonTerms.getLast());
	}

	private void update(String sql, Object... parameters) {
		try (PreparedStatement statement = this.database.prepareStatement(sql)) {
			for (int i = 0; i < parameters.length; i++) {
				statement.setObject(i + 1, parameters[i]);
			}
			statement.execute();
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

	private static WalkFailure failure(SQLException ex) {
		return new WalkFailure("the gateway's database refused: " + ex.getMessage());
	}

	@Override
	public void close() {
		try {
			this.database.close();
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

}
