-- What was seen of a connection's provider, and the test that asks for it.
create table provider_sighting (
	connection_id       uuid        primary key,
	-- The newest test, which may come before its connection and its credentials; null if nobody asked for one.
	test_id             uuid,
	asked_at            timestamptz,
	-- Credentials with which the test was answered; newer ones answer it once more. Null until it was.
	answered_version    bigint,
	-- Newest credentials with which the provider was reached.
	reachable_version   bigint      not null default 0,
	-- Credentials of the outage that was told, while it lasts.
	unreachable_version bigint      not null default 0
);

insert into provider_sighting (connection_id, reachable_version)
select connection_id, provider_credentials_version from connection;

-- Whether the provider is to erase the person: WANTED, then DONE or BY_HAND.
alter table verification add column person_erasure text not null default 'NONE';

-- What the provider's account demands of every candidate; empty where it does not tell.
alter table connection add column required_fields text[] not null default '{}';
