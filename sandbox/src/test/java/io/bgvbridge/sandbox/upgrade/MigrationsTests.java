package io.bgvbridge.sandbox.upgrade;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.bgvbridge.sandbox.stack.Database;
import io.bgvbridge.sandbox.stack.Service;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * While services are replaced one by one, the older ones work with the newer tables:
 * migrations since the release before only add.
 */
class MigrationsTests {

	private static EmbeddedPostgres server;

	private final Release previous = Release.previous();

	@BeforeAll
	static void start() throws IOException {
		server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
	}

	@AfterAll
	static void stop() throws IOException {
		server.close();
	}

	@ParameterizedTest
	@EnumSource
	void leaveWhatThePreviousReleaseReadsAndWrites(Service service) throws SQLException {
		Database database = empty();
		this.previous.create(service, database);
		Shape before = shape(database);

		Release.today(service, database).migrate();

		assertThat(before.tables()).contains("inbox", "outbox", "work");
		assertThat(shape(database).breaks(before)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void takeTheRowsThatThePreviousReleaseWrites(Service service) throws Exception {
		Database database = empty();
		this.previous.create(service, database);
		Release.today(service, database).migrate();

		this.previous.fill(service, database);

		try (Connection connection = Release.connect(database); Statement statement = connection.createStatement()) {
			assertThat(statement.executeQuery("select 1 from connection").next()).isTrue();
		}
	}

	/** A database that has run one would not start the service any more. */
	@ParameterizedTest
	@EnumSource
	void thatWereReleasedAreNeverEdited(Service service) throws SQLException {
		Database database = empty();
		this.previous.create(service, database);

		Flyway today = Release.today(service, database);

		assertThat(Flyway.configure()
			.configuration(today.getConfiguration())
			.ignoreMigrationPatterns("*:pending")
			.load()
			.validateWithResult().invalidMigrations).isEmpty();
	}

	/** The rule itself, on changes that somebody may be tempted to make. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					alter table inbox drop column received_at                          | inbox.received_at is gone
					alter table inbox rename column received_at to at                  | inbox.received_at is gone
					alter table inbox alter column received_at type date               | inbox.received_at was timestamp with time zone and is date
					alter table inbox alter column received_at drop default            | inbox.received_at must be given now
					alter table inbox add column source text not null                  | inbox.source is new and must be given
					alter table sealing_primary add column by text not null            | sealing_primary.by is new and must be given
					create unique index one_topic on outbox (topic)                    | new: CREATE UNIQUE INDEX one_topic ON public.outbox USING btree (topic)
					alter table outbox add check (topic <> '')                         | new: CHECK ((topic <> ''::text))
					alter table inbox drop constraint inbox_pkey                       | gone: CREATE UNIQUE INDEX inbox_pkey ON public.inbox USING btree (event_id)
					drop table sealing_primary cascade                                 | sealing_primary.key_id is gone
					""")
	void areRefusedIfTheyTakeSomethingAway(String change, String found) throws SQLException {
		Database database = empty();
		this.previous.create(Service.SYNC, database);
		Shape before = shape(database);
		execute(database, change);
		assertThat(shape(database).breaks(before)).contains(found);
	}

	@Test
	void mayAdd() throws SQLException {
		Database database = empty();
		this.previous.create(Service.SYNC, database);
		Shape before = shape(database);
		execute(database, "alter table inbox add column source text, add column tries int not null default 0");
		execute(database, "create table more (id bigint primary key)");
		execute(database, "create index outbox_by_topic on outbox (topic)");
		execute(database, "alter table outbox alter column topic drop not null");
		assertThat(shape(database).breaks(before)).isEmpty();
	}

	/** Of the release's four checks one is under way and nobody has reported on it. */
	@Test
	void markTheChecksThatAwaitTheirFirstUpdate() throws Exception {
		Database database = empty();
		this.previous.create(Service.GATEWAY, database);
		this.previous.fill(Service.GATEWAY, database);

		Release.today(Service.GATEWAY, database).migrate();

		try (Connection connection = Release.connect(database); Statement statement = connection.createStatement()) {
			ResultSet checks = statement.executeQuery("""
					select count(*) filter (where awaits_first_update) as marked,
						count(*) filter (where awaits_first_update <> (closed_at is null
							and assessment_id not in (select assessment_id from verification))) as wrong
					from assessment
					""");
			checks.next();
			assertThat(checks.getInt("marked")).isEqualTo(1);
			assertThat(checks.getInt("wrong")).isZero();
		}
	}

	private static Shape shape(Database database) throws SQLException {
		try (Connection connection = Release.connect(database)) {
			return Shape.of(connection);
		}
	}

	private static Database empty() throws SQLException {
		return Empty.beside(new Database(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"));
	}

	private static void execute(Database database, String sql) throws SQLException {
		try (Connection connection = Release.connect(database); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
