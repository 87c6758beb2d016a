package io.bgvbridge.gateway.verification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import io.bgvbridge.schemas.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of the read model, as they are written.
 */
@Component
final class VerificationStore {

	private final JdbcClient jdbc;

	VerificationStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps a change unless a newer revision is there; tells which it was. */
	boolean keepIfNewer(Change change) {
		return this.jdbc.sql("""
				insert into verification as held (assessment_id, connection_id, revision, state, reason, outcome, final,
					attempt, provider, provider_reference, changed_at)
				values (:id, :connection, :revision, :state, :reason, :outcome, :final, :attempt, :provider, :reference,
					:at)
				on conflict (assessment_id) do update set revision = excluded.revision, state = excluded.state,
					reason = excluded.reason, outcome = excluded.outcome, final = excluded.final,
					attempt = excluded.attempt, provider = excluded.provider,
					provider_reference = excluded.provider_reference, changed_at = excluded.changed_at
				where held.revision < excluded.revision
				""")
			.param("id", change.assessmentId())
			.param("connection", change.connectionId())
			.param("revision", change.revision())
			.param("state", change.state().name())
			.param("reason", change.reason())
			.param("outcome", change.outcome())
			.param("final", change.last())
			.param("attempt", change.attempt())
			.param("provider", change.provider())
			.param("reference", change.providerReference())
			.param("at", utc(change.at()))
			.update() == 1;
	}

	void keepIfNewer(Delivery delivery) {
		this.jdbc.sql("""
				insert into delivery as held (assessment_id, revision, delivered_at, result_sent)
				values (:id, :revision, :at, :resultSent)
				on conflict (assessment_id) do update set revision = excluded.revision,
					delivered_at = excluded.delivered_at, result_sent = held.result_sent or excluded.result_sent
				where held.revision <= excluded.revision
				""")
			.param("id", delivery.assessmentId())
			.param("revision", delivery.revision())
			.param("at", utc(delivery.at()))
			.param("resultSent", delivery.resultSent())
			.update();
	}

	/** Keeps a wait that is newer than the service's last report and last progress. */
	void keepIfNewer(Waiting waiting, String progress) {
		this.jdbc.sql("""
				insert into waiting as held (assessment_id, service, kind, reason, outcome, attempt, next_try_at,
					reported_at)
				select :id, :service, :kind, :reason, :outcome, :attempt, :nextTryAt, :at
				where not exists (select 1 from timeline t where t.assessment_id = :id and t.hop = :progress
					and t.at >= :at)
				on conflict (assessment_id, service) do update set kind = excluded.kind, reason = excluded.reason,
					outcome = excluded.outcome, attempt = excluded.attempt, next_try_at = excluded.next_try_at,
					reported_at = excluded.reported_at
				where held.reported_at <= excluded.reported_at
				""")
			.param("id", waiting.assessmentId())
			.param("service", waiting.service())
			.param("kind", waiting.kind())
			.param("reason", waiting.reason())
			.param("outcome", waiting.outcome())
			.param("attempt", waiting.attempt())
			.param("nextTryAt", (waiting.nextTryAt() != null) ? utc(waiting.nextTryAt()) : null)
			.param("at", utc(waiting.at()))
			.param("progress", progress)
			.update();
	}

	void endWaiting(UUID assessmentId, String service, Instant progressAt) {
		this.jdbc.sql("delete from waiting where assessment_id = ? and service = ? and reported_at <= ?")
			.params(assessmentId, service, utc(progressAt))
			.update();
	}

	/** Whether an operator is asked what became of an order. */
	boolean isOutcomeUnknown(UUID assessmentId) {
		return this.jdbc.sql("""
				select exists (select 1 from waiting where assessment_id = ? and service = ? and outcome = 'PARKED'
					and reason = 'OUTCOME_UNKNOWN')
				""").params(assessmentId, Topics.VERIFICATION).query(Boolean.class).single();
	}

	/** Keeps a hop once. */
	void add(UUID eventId, UUID assessmentId, Hop hop) {
		this.jdbc.sql("""
				insert into timeline (event_id, assessment_id, at, hop, state, revision, detail)
				values (:event, :id, :at, :hop, :state, :revision, :detail)
				on conflict do nothing
				""")
			.param("event", eventId)
			.param("id", assessmentId)
			.param("at", utc(hop.at()))
			.param("hop", hop.hop())
			.param("state", hop.state())
			.param("revision", hop.revision())
			.param("detail", hop.detail())
			.update();
	}

	static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	static @Nullable Instant instant(@Nullable OffsetDateTime at) {
		return (at != null) ? at.toInstant() : null;
	}

}
