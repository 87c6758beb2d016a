create table connection (
	connection_id                uuid    primary key,
	version                      bigint  not null,
	provider                     text    not null,
	provider_credentials_version bigint  not null,
	enabled                      boolean not null,
	-- As the event carried it: sealed for the topic and the connection's id.
	sealed_credentials           bytea
);

create table verification (
	assessment_id      uuid        primary key,
	connection_id      uuid        not null,
	candidate_id       text        not null,
	package_key        text        not null,
	provider           text        not null,
	sealed_candidate   bytea       not null,
	started_at         timestamptz not null,
	state              text        not null,
	reason             text        not null,
	result             text        not null,
	revision           bigint      not null,
	attempt            int         not null default 0,
	provider_account   text,
	provider_reference text,
	sealed_words       bytea,
	changed_at         timestamptz not null
);

-- One order at a provider belongs to one verification, whichever connection leads to the account.
create unique index verification_reference on verification (provider_account, provider_reference);

-- A row is committed before the call that costs money; one that is still CALLING has an unknown outcome.
create table attempt (
	assessment_id uuid        not null references verification,
	attempt_no    int         not null,
	state         text        not null,
	began_at      timestamptz not null,
	ended_at      timestamptz,
	primary key (assessment_id, attempt_no)
);
