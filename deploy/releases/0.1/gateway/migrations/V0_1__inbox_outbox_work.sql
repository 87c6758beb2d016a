create table inbox (
	event_id    uuid primary key,
	received_at timestamptz not null default now()
);

create table outbox (
	id           bigint generated always as identity primary key,
	topic        text  not null,
	record_key   text  not null,
	record_value bytea not null
);

-- One row for each thing that is to be done, whether now or for the hundredth time. A wake-up raises
-- "wanted"; the worker that has finished sets "done" to what it saw, so that a wake-up in between stays due.
create table work (
	subject_id    uuid        not null,
	kind          text        not null,
	connection_id uuid        not null,
	side          text        not null,
	wanted        bigint      not null default 1,
	done          bigint      not null default 0,
	due_at        timestamptz not null default now(),
	attempts      int         not null default 0,
	claim         uuid,
	claimed_until timestamptz,
	primary key (subject_id, kind)
);

create index work_due on work (connection_id, side, due_at) where wanted > done;

create index work_claimed on work (connection_id, side) where claim is not null;

-- What one side of one connection may be asked for. Its row is locked while work is claimed, so that the
-- limits hold over all instances; last_claimed_at makes the claims go round.
create table work_budget (
	connection_id       uuid        not null,
	side                text        not null,
	enabled             boolean     not null,
	credentials_version bigint      not null,
	stopped_version     bigint,
	in_flight_limit     int         not null,
	spacing_millis      bigint      not null,
	next_free_at        timestamptz not null default now(),
	last_claimed_at     timestamptz not null default '-infinity',
	primary key (connection_id, side)
);
