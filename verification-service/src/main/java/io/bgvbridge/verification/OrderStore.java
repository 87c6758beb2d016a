package io.bgvbridge.verification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What verifications keep of their orders at providers. Whoever writes holds the
 * verification's lock.
 */
@Component
class OrderStore {

	private final JdbcClient jdbc;

	OrderStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The verifications that one of these ids of the provider's may be about. */
	List<Verification> known(String account, List<String> references) {
		return this.jdbc.sql("""
				select * from verification where assessment_id in (
					select assessment_id from verification
						where provider_account = :account and provider_reference in (:references)
					union select assessment_id from provider_alias
						where provider_account = :account and alias in (:references))
				order by assessment_id
				""")
			.param("account", account)
			.param("references", references.isEmpty() ? List.of("") : references)
			.query(Verification.class)
			.list();
	}

	void link(UUID assessmentId, int attempt, String account, String reference) {
		this.jdbc.sql("""
				update verification set attempt = ?, provider_account = ?, provider_reference = ?,
					resolve_reference = null
				where assessment_id = ?
				""").params(attempt, account, reference, assessmentId).update();
	}

	/** Remembers under which other ids callbacks may come. */
	void alias(UUID assessmentId, String account, List<String> aliases) {
		for (String alias : aliases) {
			this.jdbc.sql("""
					insert into provider_alias (provider_account, alias, assessment_id) values (?, ?, ?)
					on conflict do nothing
					""").params(account, alias, assessmentId).update();
		}
	}

	/** Whether another order for the same person may be under way at the provider. */
	boolean hasTwinInDoubt(Verification verification) {
		return this.jdbc.sql("""
				select exists (select 1 from verification v join attempt a on a.assessment_id = v.assessment_id
					where v.connection_id = ? and v.candidate_id = ? and v.assessment_id <> ? and a.state = 'CALLING')
				""")
			.params(verification.connectionId(), verification.candidateId(), verification.assessmentId())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Whether another attempt at the same check is neither over at the provider nor an
	 * operator's question. Ashby starts one only when the other has ended, so that the
	 * end of one of them is on its way here, in whatever order their requests came. A
	 * disputed one was over before.
	 */
	boolean hasOtherAttempt(Verification verification) {
		return this.jdbc.sql("""
				select exists (select 1 from verification e
					where e.connection_id = :connection and e.application_id = :application
						and e.application_id <> '' and e.assessment_type_id = :type
						and e.assessment_id <> :id
						and (e.order_cancel = 'WANTED'
							or exists (select 1 from attempt a
								where a.assessment_id = e.assessment_id and a.state = 'CALLING')
							or e.state in ('REQUESTED', 'INVITED', 'AWAITING_CANDIDATE', 'BLOCKED', 'IN_PROGRESS',
								'ACTION_NEEDED', 'ON_HOLD', 'REVIEW')
								and not exists (select 1 from attempt a
									where a.assessment_id = e.assessment_id and a.state = 'PARKED')))
				""")
			.param("connection", verification.connectionId())
			.param("application", verification.applicationId())
			.param("type", verification.assessmentTypeId(), java.sql.Types.OTHER)
			.param("id", verification.assessmentId())
			.query(Boolean.class)
			.single();
	}

	/** Other ids by which the provider knows an order. */
	List<String> aliases(UUID assessmentId) {
		return this.jdbc.sql("select alias from provider_alias where assessment_id = ? order by alias")
			.param(assessmentId)
			.query(String.class)
			.list();
	}

	/** Says whether the provider is to erase the person. */
	void erasing(UUID assessmentId, PersonErasure erasure) {
		this.jdbc.sql("update verification set person_erasure = ? where assessment_id = ?")
			.params(erasure.name(), assessmentId)
			.update();
	}

	/** Says what becomes of the order of a check that was cancelled here. */
	void cancelling(UUID assessmentId, OrderCancel cancel) {
		this.jdbc.sql("update verification set order_cancel = ? where assessment_id = ?")
			.params(cancel.name(), assessmentId)
			.update();
	}

	/** Keeps a result that came too late; tells whether it is news. */
	boolean keepLate(UUID assessmentId, String result) {
		return this.jdbc
			.sql("update verification set late_result = :result where assessment_id = :id"
					+ " and late_result is distinct from :result")
			.param("result", result)
			.param("id", assessmentId)
			.update() == 1;
	}

	/** The provider said something of the order. */
	void heard(UUID assessmentId, @Nullable Instant saidAt) {
		this.jdbc.sql("""
				update verification set heard_at = now(), unknown_status = null,
					said_at = coalesce(greatest(said_at, :saidAt), said_at)
				where assessment_id = :id
				""")
			.param("saidAt", (saidAt != null) ? Timestamp.from(saidAt) : null, java.sql.Types.TIMESTAMP)
			.param("id", assessmentId)
			.update();
	}

	/** Keeps a status that is not in our table; tells whether it is news. */
	boolean keepUnknown(UUID assessmentId, String code) {
		return this.jdbc
			.sql("update verification set unknown_status = :code, heard_at = now() where assessment_id = :id"
					+ " and unknown_status is distinct from :code")
			.param("code", code)
			.param("id", assessmentId)
			.update() == 1;
	}

	/** Sets or clears the wish to invite once more. */
	void resend(UUID assessmentId, @Nullable UUID key) {
		this.jdbc.sql("update verification set resend_key = :key where assessment_id = :id")
			.param("key", key, java.sql.Types.OTHER)
			.param("id", assessmentId)
			.update();
	}

	/** Sets or clears the order that an operator says is ours. */
	void resolve(UUID assessmentId, @Nullable String reference) {
		this.jdbc.sql("update verification set resolve_reference = :reference where assessment_id = :id")
			.param("reference", reference, java.sql.Types.VARCHAR)
			.param("id", assessmentId)
			.update();
	}

}
