package io.bgvbridge.sandbox.cli;

/**
 * The statements that make up checks: their numbers become rows of the temporary table
 * {@code made}, from which all others follow.
 */
final class MadeUpRows {

	static final String TABLE = """
			create temporary table made (n int, assessment_id uuid, connection_id uuid, created_at timestamptz,
				closed_at timestamptz, state text, provider text)
			""";

	/**
	 * Parameters: number of checks in all, ids of the connections, first and last number
	 * of this batch. Most of the young checks are open, and few of the old ones; the last
	 * connection has one check in a thousand, the others from many to few.
	 */
	static final String MADE = """
			with numbered as (
				select n, random() as chance, now() - interval '540 days' * (1 - n::float8 / ?) as created_at, ids,
					case when random() < 0.001 then cardinality(ids)
						else 1 + floor((cardinality(ids) - 1) * random() ^ 2)::int end as place
				from (select string_to_array(?, ',')::uuid[] as ids) chosen, generate_series(?::int, ?::int) n
			), aged as (
				select *, random() < case when created_at > now() - interval '10 days' then 0.7
					when created_at > now() - interval '30 days' then 0.1 else 0.004 end as open
				from numbered
			)
			insert into made
			select n, uuidv7(created_at - now()), ids[place], created_at,
				case when not open then least(now(), created_at + interval '1 day' + interval '9 days' * random()) end,
				case
					when open and chance < 0.40 then 'AWAITING_CANDIDATE'
					when open and chance < 0.80 then 'IN_PROGRESS'
					when open and chance < 0.86 then 'ACTION_NEEDED'
					when open and chance < 0.92 then 'INVITED'
					when open and chance < 0.95 then 'REVIEW'
					when open and chance < 0.98 then 'ON_HOLD'
					when open then 'REQUESTED'
					when chance < 0.84 then 'COMPLETED_CLEAR'
					when chance < 0.90 then 'COMPLETED_REVIEW'
					when chance < 0.93 then 'COMPLETED_EXCEPTION'
					when chance < 0.98 then 'CANCELLED'
					when chance < 0.9995 then 'EXPIRED'
					else 'DISPUTED' end,
				case when place = cardinality(ids) then 'checkr' else 'springverify' end
			from aged
			""";

	/** Parameter: how sealed bytes begin. People are forgotten after a year. */
	static final String ASSESSMENTS = """
			insert into assessment (assessment_id, connection_id, application_id, assessment_type_id, package_key,
				candidate_id, person, created_at, closed_at, awaits_first_update)
			select assessment_id, connection_id, 'application-' || n, kind.type, '12:34', 'candidate-' || n,
				case when created_at > now() - interval '365 days' then ?::bytea || uuid_send(gen_random_uuid())
					|| uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
					|| uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) end,
				created_at, closed_at, state = 'REQUESTED' and n % 2 = 1
			from made, (select gen_random_uuid() as type) kind
			""";

	/** Half of what was asked for just now is known to the gateway alone. */
	static final String VERIFICATIONS = """
			insert into verification (assessment_id, connection_id, revision, state, reason, outcome, final, attempt,
				provider, provider_reference, changed_at)
			select assessment_id, connection_id, 1 + n % 6, state, 'NONE',
				case when state like 'COMPLETED%' then 'CLEAR' else 'NONE' end, closed_at is not null, 1, provider,
				n::text, coalesce(closed_at, created_at + (now() - created_at) * random())
			from made where state <> 'REQUESTED' or n % 2 = 0
			""";

	static final String DELIVERIES = """
			insert into delivery (assessment_id, revision, delivered_at, result_sent)
			select assessment_id, 1 + n % 6, coalesce(closed_at, now()), state like 'COMPLETED%'
			from made where state <> 'REQUESTED'
			""";

	/** One open check in ten waits, and a few of those for somebody. */
	static final String WAITING = """
			insert into waiting (assessment_id, service, kind, reason, outcome, attempt, next_try_at, reported_at)
			select assessment_id, 'verification', 'read', 'UNAVAILABLE',
				case when n % 5 = 0 then 'PARKED' else 'WAITING' end, 1 + n % 9,
				case when n % 5 = 0 then null else now() + interval '1 minute' end, created_at + interval '1 hour'
			from made where closed_at is null and random() < 0.1
			""";

	static final String HOPS = """
			insert into timeline (event_id, assessment_id, at, hop, state, revision, detail)
			select gen_random_uuid(), assessment_id, created_at + interval '1 minute' * hop, 'verification.updated', state,
				hop, null
			from made, generate_series(1, 2) hop
			""";

	/**
	 * Parameters: the terms of two words. One person in a thousand has the one in their
	 * name, and every other of those the second one, too.
	 */
	static final String TERMS = """
			insert into assessment_term (term_hash, assessment_id)
			select case
					when word = 1 and n % 1000 = 999 then ?::bytea
					when word = 2 and n % 500 = 499 then ?::bytea
					when word = 3 then sha256(('mail' || n)::bytea)
					else sha256((word || 'name' || floor(random() * 3000))::bytea) end,
				assessment_id
			from made, generate_series(1, 3) word where created_at > now() - interval '365 days'
			on conflict do nothing
			""";

	private MadeUpRows() {
	}

}
