package io.bgvbridge.messaging.sealing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Rows of {@code sealing_primary}: the primary keys that the instances of a service have
 * met.
 */
final class PrimaryKeys {

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	PrimaryKeys(JdbcClient jdbc, TransactionOperations transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/**
	 * Whether a key is the newest primary. One that was the primary before is that only
	 * if it came after the newest in the same file; else this instance's file is older.
	 */
	boolean isNewest(int key, @Nullable Integer previous) {
		long id = Integer.toUnsignedLong(key);
		Long newest = newest();
		if (newest == null || newest != id) {
			boolean ledBack = newest != null && previous != null && newest == Integer.toUnsignedLong(previous);
			this.jdbc
				.sql("insert into sealing_primary (key_id) values (:key) on conflict (key_id) do "
						+ (ledBack ? "update set met_at = clock_timestamp(), told = false" : "nothing"))
				.param("key", id)
				.update();
			newest = newest();
		}
		return newest != null && newest == id;
	}

	/** Tells of a key that nobody was told of, unless another instance is about to. */
	void tell(int key, List<PrimaryKeyChange> listeners) {
		long id = Integer.toUnsignedLong(key);
		this.transaction.executeWithoutResult((status) -> {
			boolean mine = this.jdbc
				.sql("select true from sealing_primary where key_id = ? and not told for update skip locked")
				.param(id)
				.query(Boolean.class)
				.optional()
				.isPresent();
			if (mine) {
				listeners.forEach(PrimaryKeyChange::primaryKeyChanged);
				this.jdbc.sql("update sealing_primary set told = true where key_id = ?").param(id).update();
			}
		});
	}

	private @Nullable Long newest() {
		return this.jdbc.sql("select key_id from sealing_primary order by met_at desc limit 1")
			.query(Long.class)
			.optional()
			.orElse(null);
	}

}
