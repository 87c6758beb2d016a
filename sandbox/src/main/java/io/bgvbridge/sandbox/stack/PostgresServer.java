package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL server on the loopback address, with its data in the stack's folder.
 */
final class PostgresServer {

	private static final String SUPERUSER = "postgres";

	private static final Duration INITDB_LIMIT = Duration.ofSeconds(60);

	private final Path programs;

	private final Path data;

	private final StateDirectory state;

	private final Secrets secrets;

	private final int port;

	PostgresServer(Path programs, StateDirectory state, Secrets secrets, int port) {
		this.programs = programs;
		this.data = state.path().resolve("postgres");
		this.state = state;
		this.secrets = secrets;
		this.port = port;
	}

	Part part() {
		List<String> command = asUser(List.of(this.programs.resolve("bin/postgres").toString(), "-D",
				this.data.toString(), "-p", Integer.toString(this.port), "-c", "listen_addresses=127.0.0.1", "-c",
				"unix_socket_directories=", "-c", "max_connections=200", "-c", "shared_buffers=64MB", "-c", "jit=off",
				// what is written survives a killed process; only the machine's own crash
				// could lose it
				"-c", "fsync=off"));
		return new Child(new Launch("PostgreSQL", command, Map.of(), this.state.log("postgres"), this::answers,
				Duration.ofSeconds(60), Signal.INT));
	}

	/**
	 * Makes the data folder, unless it is there.
	 */
	void initialise() {
		if (Files.exists(this.data.resolve("PG_VERSION"))) {
			return;
		}
		Path password = PrivateFile.writtenOnce(this.state.path().resolve("postgres.password"),
				this.secrets::databasePassword);
		new Tool("initdb", this.state.log("initdb"), INITDB_LIMIT).run(asUser(
				List.of(this.programs.resolve("bin/initdb").toString(), "-D", this.data.toString(), "-U", SUPERUSER,
						"--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync")));
		try {
			Files.delete(password);
		}
		catch (IOException ex) {
			throw new StackFailure("The file " + password + " cannot be removed.", ex);
		}
	}

	/**
	 * Makes a role and a database of the same name, unless they are there.
	 * @param name the name
	 */
	void provide(String name) {
		try (Connection connection = connection()) {
			if (isMissing(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
				execute(connection,
						"CREATE ROLE " + name + " LOGIN PASSWORD '" + this.secrets.databasePassword() + "'");
			}
			if (isMissing(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
				execute(connection, "CREATE DATABASE " + name + " OWNER " + name);
			}
		}
		catch (SQLException ex) {
			throw new StackFailure("The database " + name + " cannot be made (SQL state " + ex.getSQLState() + ").",
					ex);
		}
	}

	Database database(String name) {
		return new Database(url(name), name, this.secrets.databasePassword());
	}

	private boolean answers() {
		try (Connection connection = connection()) {
			return connection.isValid(1);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private Connection connection() throws SQLException {
		return DriverManager.getConnection(url(SUPERUSER) + "?connectTimeout=2&loginTimeout=5&socketTimeout=20",
				SUPERUSER, this.secrets.databasePassword());
	}

	private String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
		try (var statement = connection.prepareStatement(query)) {
			statement.setString(1, name);
			return !statement.executeQuery().next();
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/**
	 * PostgreSQL refuses to run as root. In a user namespace of its own the process is
	 * nobody, and still owns the files that root owns outside.
	 */
	private static List<String> asUser(List<String> command) {
		if (!"root".equals(System.getProperty("user.name"))) {
			return command;
		}
		return Stream.concat(Stream.of("unshare", "--user"), command.stream()).toList();
	}

}
