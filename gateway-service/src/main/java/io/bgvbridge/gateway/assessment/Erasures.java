package io.bgvbridge.gateway.assessment;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.sealing.KeyedHashes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Candidates who were deleted in Ashby, or whom an operator has erased. A mark that names
 * nobody stays, so that whatever arrives late about them is refused.
 */
@Component
public class Erasures {

	private static final String PLACE = "erased-candidate";

	private final JdbcClient jdbc;

	private final KeyedHashes hashes;

	Erasures(JdbcClient jdbc, KeyedHashes hashes) {
		this.jdbc = jdbc;
		this.hashes = hashes;
	}

	/**
	 * Marks a candidate and forgets the name and e-mail in each of their checks' rows.
	 * @param connectionId the connection
	 * @param candidateId Ashby's id of the candidate
	 */
	@Transactional
	public void erase(UUID connectionId, String candidateId) {
		this.jdbc
			.sql("insert into erased_candidate (connection_id, candidate_hash) values (?, ?) on conflict do nothing")
			.params(connectionId, this.hashes.hash(PLACE, candidateId))
			.update();
		this.jdbc
			.sql("update assessment set person = null, erased_at = coalesce(erased_at, now())"
					+ " where connection_id = ? and candidate_id = ?")
			.params(connectionId, candidateId)
			.update();
		// Only now: whoever was still indexing one of the rows has finished.
		this.jdbc
			.sql("delete from assessment_term where assessment_id in"
					+ " (select assessment_id from assessment where connection_id = ? and candidate_id = ?)")
			.params(connectionId, candidateId)
			.update();
	}

	/**
	 * Whether a candidate was erased.
	 * @param connectionId the connection
	 * @param candidateId Ashby's id of the candidate
	 * @return true if there is a mark
	 */
	public boolean isErased(UUID connectionId, String candidateId) {
		List<byte[]> marks = this.hashes.hashes(PLACE, candidateId);
		return this.jdbc
			.sql("select exists (select 1 from erased_candidate where connection_id = ? and candidate_hash = any (?))")
			.params(connectionId, marks.toArray(byte[][]::new))
			.query(Boolean.class)
			.single();
	}

}
