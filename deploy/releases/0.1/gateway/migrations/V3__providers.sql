-- What a provider signs its callbacks with is needed in clear to compute signatures, so it is sealed. When its
-- token runs out, an operator said. What the account demands of every candidate, its provider listed; empty
-- where the provider does not tell.
alter table connection
	add column signing_secrets  bytea,
	add column token_expires_at timestamptz,
	add column required_fields  text           not null default '',
	add column status_since     timestamptz(3) not null default now();

-- What waits for somebody.
create index waiting_for_people on waiting (reported_at desc) where outcome in ('PARKED', 'GIVEN_UP');

-- Events that are remembered for long enough are forgotten, oldest first.
create index inbox_by_age on inbox (received_at);

-- The jobs that come back, kept by db-scheduler so that one instance of the service does each.
create table scheduled_tasks (
	task_name            text        not null,
	task_instance        text        not null,
	task_data            bytea,
	execution_time       timestamptz not null,
	picked               boolean     not null,
	picked_by            text,
	last_success         timestamptz,
	last_failure         timestamptz,
	consecutive_failures int,
	last_heartbeat       timestamptz,
	version              bigint      not null,
	priority             smallint,
	primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);

create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
