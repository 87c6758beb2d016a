package io.bgvbridge.gateway.failure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import io.bgvbridge.gateway.failure.DeadLetter.Place;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The dead letters' rows.
 */
@Component
class DeadLetterStore {

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private final JdbcClient jdbc;

	DeadLetterStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Once, however often the letter is read. */
	void keep(DeadLetter letter) {
		String key = letter.key();
		this.jdbc.sql("""
				insert into dead_letter (letter_id, topic, partition, record_offset, source, service, record_key, about,
					failure, failed_at, again_of)
				values (:id, :topic, :partition, :offset, :source, :service, :key, :about, :failure, :at, :againOf)
				on conflict do nothing
				""")
			.param("id", letter.letterId())
			.param("topic", letter.place().topic())
			.param("partition", letter.place().partition())
			.param("offset", letter.place().offset())
			.param("source", letter.source())
			.param("service", letter.service())
			.param("key", key)
			.param("about", (key != null && ID.matcher(key).matches()) ? UUID.fromString(key) : null)
			.param("failure", letter.failure())
			.param("at", utc(letter.failedAt()))
			.param("againOf", letter.againOf())
			.update();
	}

	Optional<Kept> find(UUID letterId) {
		return this.jdbc.sql("select * from dead_letter where letter_id = ?")
			.param(letterId)
			.query(DeadLetterStore::kept)
			.optional();
	}

	/** Keeps the first time. */
	void redriven(UUID letterId, Instant at, String operator) {
		this.jdbc
			.sql("update dead_letter set redriven_at = ?, redriven_by = ? where letter_id = ? and redriven_at is null")
			.params(utc(at), operator, letterId)
			.update();
	}

	/** Tells how many there were, of some. */
	int forget(Instant before, int limit) {
		return this.jdbc.sql("""
				delete from dead_letter where letter_id in
					(select letter_id from dead_letter where failed_at < ? order by failed_at limit ?)
				""").params(utc(before), limit).update();
	}

	private static Kept kept(ResultSet row, int number) throws SQLException {
		Place place = new Place(row.getString("topic"), row.getInt("partition"), row.getLong("record_offset"));
		DeadLetter letter = new DeadLetter(row.getObject("letter_id", UUID.class), place, row.getString("source"),
				row.getString("service"), row.getString("record_key"), row.getString("failure"),
				row.getObject("failed_at", OffsetDateTime.class).toInstant(), row.getObject("again_of", UUID.class));
		OffsetDateTime redrivenAt = row.getObject("redriven_at", OffsetDateTime.class);
		return new Kept(letter, (redrivenAt != null) ? redrivenAt.toInstant() : null);
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	/**
	 * A letter, and what became of it.
	 *
	 * @param letter the letter
	 * @param redrivenAt when it was sent back; null if it was not
	 */
	record Kept(DeadLetter letter, @Nullable Instant redrivenAt) {
	}

}
