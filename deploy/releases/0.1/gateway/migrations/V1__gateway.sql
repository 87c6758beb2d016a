-- One Ashby organisation joined to one provider account. Tokens and secrets that others show us are kept as
-- SHA-256 only (they are 256 random bits, so nothing slower is needed); keys that we show others are sealed.
create table connection (
	connection_id                uuid        primary key,
	name                         text        not null,
	status                       text        not null,
	provider                     text        not null,
	version                      bigint      not null,
	ashby_credentials_version    bigint      not null,
	provider_credentials_version bigint      not null,
	credentials                  bytea       not null,
	token_hash                   bytea       not null unique,
	callback_secret_hash         bytea       not null,
	ashby_observation            text,
	provider_observation         text,
	packages_listed_at           timestamptz,
	credits                      bigint,
	created_at                   timestamptz not null default now()
);

-- What can be ordered over a connection. A package that the provider does not list any more stays, unlisted, so
-- that a repeated start of a check that is under way still finds what was ordered.
create table package (
	connection_id      uuid    not null references connection,
	assessment_type_id uuid    not null,
	package_key        text    not null,
	name               text    not null,
	description        text    not null,
	listed             boolean not null,
	primary key (connection_id, assessment_type_id)
);

-- One row for each id that Ashby was given. Only while it is open can another start find it again.
create table assessment (
	assessment_id      uuid           primary key,
	connection_id      uuid           not null references connection,
	application_id     text           not null,
	assessment_type_id uuid           not null,
	package_key        text           not null,
	candidate_id       text           not null,
	person             bytea          not null,
	created_at         timestamptz(3) not null,
	closed_at          timestamptz(3)
);

create unique index assessment_open on assessment (connection_id, application_id, assessment_type_id)
	where closed_at is null;

create index assessment_by_connection on assessment (connection_id, assessment_id desc);

-- The newest state of each verification, as its service reported it.
create table verification (
	assessment_id      uuid           primary key,
	connection_id      uuid           not null,
	revision           bigint         not null,
	state              text           not null,
	reason             text           not null,
	outcome            text           not null,
	final              boolean        not null,
	attempt            int            not null,
	provider           text           not null,
	provider_reference text,
	changed_at         timestamptz(3) not null
);

create index verification_by_state on verification (state, assessment_id desc);

-- What Ashby shows.
create table delivery (
	assessment_id uuid           primary key,
	revision      bigint         not null,
	delivered_at  timestamptz(3) not null,
	result_sent   boolean        not null
);

-- Work of a service that could not be finished in one go; gone with the service's next progress.
create table waiting (
	assessment_id uuid           not null,
	service       text           not null,
	kind          text           not null,
	reason        text           not null,
	outcome       text           not null,
	attempt       int            not null,
	next_try_at   timestamptz(3),
	reported_at   timestamptz(3) not null,
	primary key (assessment_id, service)
);

-- Every hop of a check, once: by event, and a verification's revision by its number too.
create table timeline (
	event_id      uuid           primary key,
	assessment_id uuid           not null,
	at            timestamptz(3) not null,
	hop           text           not null,
	state         text,
	revision      bigint,
	detail        text
);

create index timeline_by_assessment on timeline (assessment_id, at);

create unique index timeline_revision on timeline (assessment_id, revision) where hop = 'verification.updated';

-- Who looked at what.
create table audit (
	audit_id      uuid        primary key,
	at            timestamptz not null default now(),
	operator      text        not null,
	action        text        not null,
	assessment_id uuid        not null,
	answer        int         not null
);
