package io.bgvbridge.sandbox.upgrade;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What statements meet in a database: its tables' columns, and what their rows must keep.
 *
 * @param columns each column by table and name
 * @param rules the unique indexes, checks and references of each table
 */
record Shape(Map<String, Column> columns, Map<String, Set<String>> rules) {

	private static final String COLUMNS = """
			select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
				a.atthasdef or a.attidentity <> ''
			from pg_attribute a join pg_class c on c.oid = a.attrelid
			where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0
				and not a.attisdropped and c.relname <> 'flyway_schema_history'
			""";

	private static final String RULES = """
			select tablename, indexdef from pg_indexes where schemaname = 'public' and indexdef like 'CREATE UNIQUE%'
			union all
			select conrelid::regclass::text, pg_get_constraintdef(oid) from pg_constraint
			where contype in ('c', 'f', 'x') and connamespace = 'public'::regnamespace
			""";

	static Shape of(Connection database) throws SQLException {
		Map<String, Column> columns = new TreeMap<>();
		Map<String, Set<String>> rules = new TreeMap<>();
		try (Statement statement = database.createStatement()) {
			try (ResultSet rows = statement.executeQuery(COLUMNS)) {
				while (rows.next()) {
					columns.put(rows.getString(1) + "." + rows.getString(2),
							new Column(rows.getString(3), rows.getBoolean(4), rows.getBoolean(5)));
				}
			}
			try (ResultSet rows = statement.executeQuery(RULES)) {
				while (rows.next()) {
					rules.computeIfAbsent(rows.getString(1), (table) -> new TreeSet<>()).add(rows.getString(2));
				}
			}
		}
		return new Shape(columns, rules);
	}

	/** The tables' names. */
	Set<String> tables() {
		return this.columns.keySet()
			.stream()
			.map((column) -> column.substring(0, column.indexOf('.')))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * What would fail in this shape that was written for an older one: a sentence each.
	 */
	List<String> breaks(Shape older) {
		List<String> breaks = new ArrayList<>();
		older.columns.forEach((name, column) -> {
			Column now = this.columns.get(name);
			if (now == null) {
				breaks.add(name + " is gone");
			}
			else if (!now.type().equals(column.type())) {
				breaks.add(name + " was " + column.type() + " and is " + now.type());
			}
			else if (now.isDemanded() && !column.isDemanded()) {
				breaks.add(name + " must be given now");
			}
			else if (now.notNull() && !column.notNull()) {
				breaks.add(name + " may not be null any more");
			}
		});
		Set<String> tables = older.tables();
		this.columns.forEach((name, column) -> {
			boolean added = !older.columns.containsKey(name) && tables.contains(name.substring(0, name.indexOf('.')));
			if (added && column.isDemanded()) {
				breaks.add(name + " is new and must be given");
			}
		});
		for (String table : tables) {
			Set<String> before = older.rules.getOrDefault(table, Set.of());
			Set<String> now = this.rules.getOrDefault(table, Set.of());
			before.stream().filter((rule) -> !now.contains(rule)).forEach((rule) -> breaks.add("gone: " + rule));
			now.stream().filter((rule) -> !before.contains(rule)).forEach((rule) -> breaks.add("new: " + rule));
		}
		return breaks;
	}

	/**
	 * A column.
	 *
	 * @param type its type, as SQL has it
	 * @param notNull whether it must have a value
	 * @param filled whether it gets a value by itself
	 */
	record Column(String type, boolean notNull, boolean filled) {

		boolean isDemanded() {
			return this.notNull && !this.filled;
		}

	}

}
