package io.bgvbridge.gateway.operator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The accounts' rows.
 */
@Component
final class AccountStore {

	private static final String SELECT = "select name, role, created_at, disabled_at, password, version from operator_account ";

	private final JdbcClient jdbc;

	AccountStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** False if the name is taken. */
	boolean insert(String name, Role role, String password) {
		return this.jdbc
			.sql("insert into operator_account (name, role, password) values (?, ?, ?) on conflict do nothing")
			.params(name, role.name(), password)
			.update() == 1;
	}

	/** Null leaves a value. */
	boolean update(String name, @Nullable Role role, @Nullable String password, @Nullable Boolean disabled) {
		return this.jdbc.sql("""
				update operator_account set role = coalesce(:role, role), password = coalesce(:password, password),
					disabled_at = case when cast(:disabled as boolean) then coalesce(disabled_at, now())
						when not cast(:disabled as boolean) then null else disabled_at end,
					version = version + 1
				where name = :name
				""")
			.param("name", name)
			.param("role", (role != null) ? role.name() : null)
			.param("password", password)
			.param("disabled", disabled)
			.update() == 1;
	}

	List<Account> all() {
		return this.jdbc.sql(SELECT + "order by name").query(AccountStore::account).list();
	}

	Optional<Account> find(String name) {
		return this.jdbc.sql(SELECT + "where name = ?").param(name).query(AccountStore::account).optional();
	}

	/** Empty if nobody can sign in with it. */
	Optional<Login> login(String name) {
		return this.jdbc.sql(SELECT + "where name = ? and disabled_at is null")
			.param(name)
			.query((row,
					number) -> new Login(new Operator(row.getString("name"), Role.valueOf(row.getString("role")),
							row.getLong("version")), row.getString("password")))
			.optional();
	}

	private static Account account(ResultSet row, int number) throws SQLException {
		OffsetDateTime disabledAt = row.getObject("disabled_at", OffsetDateTime.class);
		return new Account(row.getString("name"), Role.valueOf(row.getString("role")),
				row.getObject("created_at", OffsetDateTime.class).toInstant(),
				(disabledAt != null) ? disabledAt.toInstant() : null);
	}

	/**
	 * What it takes to sign in.
	 *
	 * @param operator who does
	 * @param password hash of the password
	 */
	record Login(Operator operator, String password) {

		@Override
		public String toString() {
			return "Login[" + this.operator + "]";
		}

	}

}
