package io.bgvbridge.sandbox.upgrade;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import io.bgvbridge.sandbox.stack.Database;
import io.bgvbridge.sandbox.stack.Service;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A release as {@code deploy/releases} keeps it.
 *
 * @param folder its folder
 */
record Release(Path folder) {

	private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

	private static final Path RELEASES = ROOT.resolve("deploy/releases");

	/** The newest. */
	static Release previous() {
		try (Stream<Path> folders = Files.list(RELEASES)) {
			return folders.filter(Files::isDirectory)
				.max((one, other) -> Runtime.Version.parse(one.getFileName().toString())
					.compareTo(Runtime.Version.parse(other.getFileName().toString())))
				.map(Release::new)
				.orElseThrow();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	static Release named(String version) {
		return new Release(RELEASES.resolve(version));
	}

	Path migrations(Service service) {
		return folder(service).resolve("migrations");
	}

	Path rows(Service service) {
		return folder(service).resolve("rows.sql");
	}

	Path events() {
		return this.folder.resolve("events.txt");
	}

	private Path folder(Service service) {
		return this.folder.resolve(service.artifact().replace("-service", ""));
	}

	/** The newest version of each topic's schema. */
	Properties schemas() {
		return properties("schemas.properties");
	}

	/** What the vendors knew of the release's one connection, and its checks. */
	Properties story() {
		return properties("story.properties");
	}

	private Properties properties(String file) {
		Properties properties = new Properties();
		try (Reader content = Files.newBufferedReader(this.folder.resolve(file))) {
			properties.load(content);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return properties;
	}

	/** The schema of a topic's newest version. */
	String schema(String topic) throws IOException {
		return Files
			.readString(ROOT.resolve("schemas/src/frozen/" + topic + "/" + schemas().getProperty(topic) + ".avsc"));
	}

	/** Makes the release's tables in an empty database. */
	void create(Service service, Database database) {
		flyway(database, List.of(migrations(service))).migrate();
	}

	/** Puts the release's rows into its tables, in the place of whatever is there. */
	void fill(Service service, Database database) throws IOException, SQLException {
		try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
			statement.execute(Files.readString(rows(service)));
		}
	}

	/** Today's migrations, as the services run them. */
	static Flyway today(Service service, Database database) {
		return flyway(database, List.of(ROOT.resolve("messaging/src/main/resources/db/messaging"),
				ROOT.resolve(service.artifact() + "/src/main/resources/db/migration")));
	}

	private static Flyway flyway(Database database, List<Path> places) {
		FluentConfiguration configuration = Flyway.configure()
			.dataSource(database.url(), database.user(), database.password())
			.locations(places.stream().map((place) -> "filesystem:" + place).toArray(String[]::new))
			.outOfOrder(true);
		return configuration.load();
	}

	static Connection connect(Database database) throws SQLException {
		return DriverManager.getConnection(database.url(), database.user(), database.password());
	}

}
