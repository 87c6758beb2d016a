-- How long closed checks of a connection keep who they are about (null: for good), and where Ashby's link to a
-- report leads. What was last seen of each side in words, where they are more exact than the observation.
alter table connection
	add column retention_days    int,
	add column profile_link      text not null default 'REPORT',
	add column ashby_words       text,
	add column drain_forced_by   text,
	alter column credentials drop not null,
	alter column token_hash drop not null,
	alter column callback_secret_hash drop not null;

-- The newest test of each side. The id is what the services' observations answer to.
create table connection_test (
	connection_id       uuid           not null references connection,
	side                text           not null,
	test_id             uuid           not null,
	credentials_version bigint         not null,
	state               text           not null,
	asked_at            timestamptz(3) not null default now(),
	answered_at         timestamptz(3),
	problem             text,
	missing             text           not null default '',
	primary key (connection_id, side)
);

-- Whether a connection that is being deleted still has something under way.
create index verification_by_connection on verification (connection_id, changed_at);

create index assessment_by_closing on assessment (connection_id, closed_at) where closed_at is not null;

-- Connections of before are tested once. Nothing of it changes one that is live, unless its key is refused.
insert into connection_test (connection_id, side, test_id, credentials_version, state)
select connection_id, 'ASHBY', gen_random_uuid(), ashby_credentials_version, 'RUNNING'
from connection where status <> 'DELETED';

insert into work_budget (connection_id, side, enabled, credentials_version, in_flight_limit, spacing_millis)
select connection_id, 'ashby', status <> 'DISABLED', ashby_credentials_version, 1, 200
from connection where status <> 'DELETED';

insert into work (subject_id, kind, connection_id, side)
select connection_id, 'test-ashby', connection_id, 'ashby' from connection where status <> 'DELETED';
