-- How far the sweep over a connection's orders has come.
create table sweep (
	connection_id uuid        primary key,
	began_at      timestamptz not null,
	page_offset   int         not null
);

alter table verification
	-- What the provider's list said of the order last, and when; whatever says otherwise is read again.
	add column listed_mark text,
	add column listed_at   timestamptz;

-- The orders that a sweep has to find.
create index verification_sought on verification (connection_id, listed_at)
	where provider_reference is not null
		and state in ('REQUESTED', 'INVITED', 'AWAITING_CANDIDATE', 'BLOCKED', 'IN_PROGRESS', 'ACTION_NEEDED', 'ON_HOLD', 'REVIEW', 'DISPUTED');

-- Connections of before are swept, too.
insert into work (subject_id, kind, connection_id, side)
select connection_id, 'reconcile', connection_id, 'provider' from connection
on conflict do nothing;
