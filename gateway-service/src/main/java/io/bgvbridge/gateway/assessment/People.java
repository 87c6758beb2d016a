package io.bgvbridge.gateway.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.bgvbridge.messaging.sealing.KeyUnknown;
import io.bgvbridge.messaging.sealing.SealBroken;
import io.bgvbridge.messaging.sealing.Sealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is checked, of the checks that somebody looks at.
 */
@Component
public final class People {

	private static final Logger log = LoggerFactory.getLogger(People.class);

	private final JdbcClient jdbc;

	private final Sealing sealing;

	People(JdbcClient jdbc, Sealing sealing) {
		this.jdbc = jdbc;
		this.sealing = sealing;
	}

	/**
	 * Who is checked. That a name cannot be read is no reason to show nothing else.
	 * @param assessmentIds some checks, no more than a page
	 * @return for each check that there is
	 */
	public Map<UUID, Candidate> of(Collection<UUID> assessmentIds) {
		return this.jdbc.sql("select assessment_id, person from assessment where assessment_id = any (?)")
			.param(assessmentIds.toArray(UUID[]::new))
			.query(this::seen)
			.list()
			.stream()
			.collect(Collectors.toMap(Seen::assessmentId, Seen::candidate));
	}

	private Seen seen(ResultSet row, int number) throws SQLException {
		UUID assessmentId = row.getObject(1, UUID.class);
		byte[] sealed = row.getBytes(2);
		return new Seen(assessmentId, (sealed != null) ? open(assessmentId, sealed) : Candidate.ERASED);
	}

	private Candidate open(UUID assessmentId, byte[] sealed) {
		try {
			return Candidate.of(Person.read(this.sealing.open(AssessmentStore.PLACE, assessmentId.toString(), sealed)));
		}
		catch (KeyUnknown | SealBroken ex) {
			log.warn("person.unavailable assessment={} reason={}", assessmentId, ex.getClass().getSimpleName());
			return Candidate.UNAVAILABLE;
		}
	}

	/**
	 * A check and who is checked.
	 *
	 * @param assessmentId the check
	 * @param candidate who is checked
	 */
	private record Seen(UUID assessmentId, Candidate candidate) {
	}

}
