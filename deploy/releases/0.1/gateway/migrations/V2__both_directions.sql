-- Who began a check: a recruiter, whose id Ashby knows, or a rule of the connection. A recruiter may take the
-- latter over. Acknowledged is a recruiter's start that Kafka holds. The person goes when the candidate is
-- erased; the row stays.
alter table assessment
	add column origin text not null default 'RECRUITER',
	add column taken_over_at timestamptz(3),
	add column acknowledged_at timestamptz(3),
	alter column person drop not null;

create index assessment_by_candidate on assessment (connection_id, candidate_id);

-- A rule begins one check for each application, whatever becomes of it; only an operator puts another in its place.
create table auto_start (
	connection_id  uuid not null references connection,
	application_id text not null,
	assessment_id  uuid not null,
	primary key (connection_id, application_id)
);

-- Candidates who were deleted in Ashby, as a keyed hash of their ids: a late start is refused.
create table erased_candidate (
	connection_id  uuid        not null references connection,
	candidate_hash bytea       not null,
	erased_at      timestamptz not null default now(),
	primary key (connection_id, candidate_hash)
);

-- While a token or secret is replaced, the older one is valid, too. Webhook secrets are needed in clear to compute
-- signatures, so they are sealed.
alter table connection
	add column previous_token_hash            bytea,
	add column previous_token_until           timestamptz,
	add column previous_callback_secret_hash  bytea,
	add column previous_callback_secret_until timestamptz,
	add column webhook_secrets                bytea,
	add column partner_id                     uuid,
	add column auto_start                     text,
	add column report_file                    boolean not null default false,
	add column refresh_asked_at               timestamptz;

create index connection_by_previous_token on connection (previous_token_hash);
