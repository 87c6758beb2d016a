-- The primary keys of the keyset that this service has met; the newest is the one that rows are to be sealed with. It
-- is kept so that an instance with an older file does not lead rows back, and so that a change is told once.
create table sealing_primary (
	key_id bigint      primary key,
	met_at timestamptz not null default clock_timestamp(),
	told   boolean     not null default false
);
