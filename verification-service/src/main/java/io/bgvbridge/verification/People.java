package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.messaging.sealing.KeyedHashes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is remembered of Ashby's candidates beyond their checks: who was merged into whom,
 * and who was erased. All of it runs in the caller's transaction.
 */
@Component
class People {

	private static final String ERASED = "erased-candidate";

	/** Longer chains of merges than this do not happen; a ring would never end. */
	private static final int LONGEST_CHAIN = 10;

	private final JdbcClient jdbc;

	private final KeyedHashes hashes;

	People(JdbcClient jdbc, KeyedHashes hashes) {
		this.jdbc = jdbc;
		this.hashes = hashes;
	}

	/**
	 * Who a candidate is by now. Until the transaction ends, nobody of the connection is
	 * merged or erased: else a request could slip in between.
	 */
	String asOfNow(UUID connectionId, String candidateId) {
		lock("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))", connectionId);
		String current = candidateId;
		for (int i = 0; i < LONGEST_CHAIN; i++) {
			String next = this.jdbc
				.sql("select surviving_id from merged_candidate where connection_id = ? and candidate_id = ?")
				.params(connectionId, current)
				.query(String.class)
				.optional()
				.orElse(null);
			if (next == null) {
				break;
			}
			current = next;
		}
		return current;
	}

	boolean isErased(UUID connectionId, String candidateId) {
		return this.jdbc
			.sql("select exists (select 1 from erased_candidate where connection_id = ? and candidate_hash = any (?))")
			.params(connectionId, this.hashes.hashes(ERASED, candidateId).toArray(byte[][]::new))
			.query(Boolean.class)
			.single();
	}

	/** Waits for requests that are being taken, and keeps others waiting. */
	void keepStill(UUID connectionId) {
		lock("select pg_advisory_xact_lock(hashtextextended(?, 0))", connectionId);
	}

	void merged(UUID connectionId, String candidateId, String survivingId) {
		this.jdbc.sql("""
				insert into merged_candidate (connection_id, candidate_id, surviving_id) values (?, ?, ?)
				on conflict (connection_id, candidate_id) do update set surviving_id = excluded.surviving_id
				""").params(connectionId, candidateId, survivingId).update();
	}

	void erased(UUID connectionId, String candidateId) {
		this.jdbc
			.sql("insert into erased_candidate (connection_id, candidate_hash) values (?, ?) on conflict do nothing")
			.params(connectionId, this.hashes.hash(ERASED, candidateId))
			.update();
	}

	private void lock(String sql, UUID connectionId) {
		this.jdbc.sql(sql).param(connectionId.toString()).query((row, number) -> 0).list();
	}

}
