package io.bgvbridge.sandbox.upgrade;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import io.bgvbridge.sandbox.stack.Database;

/**
 * New databases on the server of another one.
 */
final class Empty {

	private static final AtomicInteger MADE = new AtomicInteger();

	private Empty() {
	}

	/** A database with the same owner. */
	static Database beside(Database other) throws SQLException {
		String name = "upgrade_" + MADE.incrementAndGet();
		String server = other.url().substring(0, other.url().lastIndexOf('/') + 1);
		try (Connection connection = Release.connect(new Database(server + "postgres", "postgres", other.password()));
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name + " owner " + other.user());
		}
		return new Database(server + name, other.user(), other.password());
	}

}
