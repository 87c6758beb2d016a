package io.bgvbridge.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database of its own for a test, with the module's migrations, on the one PostgreSQL
 * server of the test's JVM.
 */
public final class TestDatabase implements AutoCloseable {

	private static final AtomicInteger count = new AtomicInteger();

	private static final EmbeddedPostgres server = start();

	private final HikariDataSource dataSource;

	private TestDatabase(HikariDataSource dataSource) {
		this.dataSource = dataSource;
	}

	public static TestDatabase create() {
		String name = "test_" + count.incrementAndGet();
		execute(server.getPostgresDatabase(), "create database " + name + " template migrated");
		return new TestDatabase(pool(name, 24));
	}

	/** A second pool, as another instance of the service would have. */
	public HikariDataSource anotherPool(int size) {
		return pool(this.dataSource.getPoolName(), size);
	}

	public DataSource dataSource() {
		return this.dataSource;
	}

	public JdbcClient jdbc() {
		return JdbcClient.create(this.dataSource);
	}

	public TransactionTemplate transaction() {
		return new TransactionTemplate(new JdbcTransactionManager(this.dataSource));
	}

	/** Connects as somebody outside, to look on and to kill sessions. */
	public JdbcClient operator() {
		return JdbcClient.create(server.getDatabase("postgres", this.dataSource.getPoolName()));
	}

	@Override
	public void close() {
		this.dataSource.close();
		execute(server.getPostgresDatabase(), "drop database " + this.dataSource.getPoolName() + " with (force)");
	}

	private static EmbeddedPostgres start() {
		try {
			EmbeddedPostgres started = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
			execute(started.getPostgresDatabase(), "create database migrated");
			Flyway.configure()
				.dataSource(started.getDatabase("postgres", "migrated"))
				.locations("classpath:db/messaging")
				.load()
				.migrate();
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static HikariDataSource pool(String name, int size) {
		HikariConfig config = new HikariConfig();
		config.setPoolName(name);
		config.setJdbcUrl(server.getJdbcUrl("postgres", name));
		config.setMaximumPoolSize(size);
		config.setMinimumIdle(0);
		return new HikariDataSource(config);
	}

	private static void execute(DataSource database, String sql) {
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
