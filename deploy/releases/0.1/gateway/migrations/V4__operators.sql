-- People who may sign in, besides the first administrator, who comes from the environment. The version counts
-- changes, so that an older login does not outlive them.
create table operator_account (
	name        text        primary key,
	role        text        not null,
	password    text        not null,
	version     bigint      not null default 1,
	created_at  timestamptz not null default now(),
	disabled_at timestamptz
);

-- Failed attempts in a row, by the SHA-256 of the name: people type passwords into the wrong field.
create table sign_in_attempt (
	name_hash bytea       primary key,
	failures  int         not null,
	failed_at timestamptz not null,
	retry_at  timestamptz not null
);

create index sign_in_attempt_by_age on sign_in_attempt (failed_at);

-- What else than a check operators change: a connection or an account.
alter table audit
	alter column assessment_id drop not null,
	add column subject text;
