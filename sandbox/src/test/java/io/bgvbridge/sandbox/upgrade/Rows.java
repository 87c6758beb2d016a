package io.bgvbridge.sandbox.upgrade;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.bgvbridge.sandbox.stack.Database;
import io.bgvbridge.sandbox.stack.Service;

/**
 * The rows of a database as the statements that insert them.
 *
 * @param database the database
 */
record Rows(Database database) {

	private static final String REFERENCES = """
			select confrelid::regclass::text from pg_constraint
			where contype = 'f' and conrelid = '%s'::regclass and confrelid <> conrelid
			""";

	/**
	 * The statements, which empty the tables first.
	 * @param wanted the columns that are kept
	 */
	String statements(Shape wanted) throws SQLException {
		try (Connection connection = Release.connect(this.database);
				Statement statement = connection.createStatement()) {
			Set<String> tables = new LinkedHashSet<>();
			for (String table : wanted.tables()) {
				add(statement, table, tables);
			}
			StringBuilder script = new StringBuilder("truncate ").append(String.join(", ", tables)).append(";\n");
			for (String table : tables) {
				inserts(statement, table, wanted).forEach((insert) -> script.append(insert).append('\n'));
			}
			return script.toString();
		}
	}

	/** What a table refers to comes before it. */
	private static void add(Statement statement, String table, Set<String> tables) throws SQLException {
		for (String other : column(statement, REFERENCES.formatted(table))) {
			add(statement, other, tables);
		}
		tables.add(table);
	}

	private static List<String> inserts(Statement statement, String table, Shape wanted) throws SQLException {
		List<String> columns = wanted.columns()
			.keySet()
			.stream()
			.filter((column) -> column.startsWith(table + "."))
			.map((column) -> column.substring(table.length() + 1))
			.toList();
		String values = columns.stream()
			.map((column) -> "coalesce(quote_literal(" + column + "::text), 'null')")
			.collect(Collectors.joining(" || ', ' || "));
		return column(statement, "select " + values + " from " + table + " order by 1").stream()
			.map((row) -> "insert into " + table + " (" + String.join(", ", columns)
					+ ") overriding system value values (" + row + ");")
			.toList();
	}

	private static List<String> column(Statement statement, String sql) throws SQLException {
		List<String> values = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				values.add(rows.getString(1));
			}
		}
		return values;
	}

	/** The columns of a release, seen in an empty database on the same server. */
	static Shape shape(Release release, Service service, Database beside) throws SQLException {
		Database empty = Empty.beside(beside);
		release.create(service, empty);
		try (Connection connection = Release.connect(empty)) {
			return Shape.of(connection);
		}
	}

}
