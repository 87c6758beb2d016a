package io.bgvbridge.messaging.consumer;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

import io.bgvbridge.messaging.Outage;
import io.bgvbridge.messaging.TestDatabase;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class OutagesTests {

	@ParameterizedTest
	@ValueSource(strings = { "08000", "08001", "08003", "08006", "57P01", "57P02", "57P03", "57014", "53300", "53100",
			"40P01", "40001", "58030", "25006", "25P03", "55P03" })
	void areWhatThePostgresServerRecoversFrom(String state) {
		assertThat(Outages.isOutage(new SQLException("", state))).isTrue();
		assertThat(Outages.isOutage(new TransactionSystemException("", new SQLException("", state)))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "23505", "23502", "23503", "23514", "22021", "22001", "22P02", "22P05", "42601", "42P01",
			"25P02", "54000", "54001", "0A000", "P0001", "" })
	void areNotWhatTheRecordDoesToPostgres(String state) {
		assertThat(Outages.isOutage(new SQLException("", state))).isFalse();
		assertThat(Outages.isOutage(new IllegalStateException(new SQLException("", state)))).isFalse();
	}

	@ParameterizedTest
	@MethodSource("passing")
	void areFailuresOfWhatTheServiceStandsOn(Exception failure) {
		assertThat(Outages.isOutage(failure)).isTrue();
		assertThat(Outages.isOutage(new IllegalStateException(new RuntimeException(new Exception(failure))))).isTrue();
	}

	static Stream<Exception> passing() {
		return Stream.of(new Marked(), new CannotGetJdbcConnectionException("", new SQLException("", "28P01")),
				new CannotGetJdbcConnectionException("", new SQLTransientConnectionException("pool timed out")),
				new CannotCreateTransactionException(""), new DataAccessResourceFailureException(""),
				new CannotAcquireLockException(""), new QueryTimeoutException(""), new SQLRecoverableException(""),
				new TimeoutException());
	}

	@ParameterizedTest
	@MethodSource("staying")
	void areNotFailuresOfTheRecord(Exception failure) {
		assertThat(Outages.isOutage(failure)).isFalse();
	}

	static Stream<Exception> staying() {
		return Stream.of(new DuplicateKeyException("", new SQLException("", "23505")),
				new DataIntegrityViolationException("", new SQLException("", "22021")), new SerializationException(),
				new RecordTooLargeException(), new IllegalStateException(), new NullPointerException(),
				new ClassCastException(), new IOException());
	}

	/** As Spring translates what a real server says. */
	@Test
	void areNotAValueThatIsTooLongForAnIndex() {
		try (TestDatabase database = TestDatabase.create()) {
			JdbcClient jdbc = database.jdbc();
			jdbc.sql("create table indexed (value text primary key)").update();

			Throwable failure = catchThrowable(() -> jdbc.sql("""
					insert into indexed select string_agg(md5(i::text), '') from generate_series(1, 500) i
					""").update());

			assertThat(failure).hasMessageContaining("index row requires");
			assertThat(Outages.isOutage(failure)).isFalse();
		}
	}

	@Test
	void areNotACharacterThatPostgresCannotStore() {
		try (TestDatabase database = TestDatabase.create()) {
			Throwable failure = catchThrowable(
					() -> database.jdbc().sql("select ?").param("\0").query(String.class).single());

			assertThat(failure).isNotNull();
			assertThat(Outages.isOutage(failure)).isFalse();
		}
	}

	@Test
	void areASessionThatAnOperatorEnded() {
		try (TestDatabase database = TestDatabase.create()) {
			Throwable failure = catchThrowable(() -> database.transaction().executeWithoutResult((status) -> {
				int session = database.jdbc().sql("select pg_backend_pid()").query(Integer.class).single();
				database.operator().sql("select pg_terminate_backend(?)").param(session).query(Boolean.class).single();
				database.jdbc().sql("select 1").query(Integer.class).single();
			}));

			assertThat(failure).isNotNull();
			assertThat(Outages.isOutage(failure)).isTrue();
		}
	}

	/**
	 * An exception that says by itself what it is.
	 */
	private static final class Marked extends RuntimeException implements Outage {

	}

}
