alter table verification
	-- Null once the person is erased, and for a check that was cancelled before its request came.
	alter column sealed_candidate drop not null,
	add column origin             text        not null default 'RECRUITER',
	add column application_id     text        not null default '',
	add column assessment_type_id uuid,
	add column package_name       text        not null default '',
	add column expected_at        timestamptz,
	add column erased             boolean     not null default false,
	-- A result that came after we had cancelled; kept, and told to operators only.
	add column late_result        text;

create index verification_by_candidate on verification (connection_id, candidate_id);

-- Candidates that were merged into others: requests that still name the old one are for the other.
create table merged_candidate (
	connection_id uuid not null,
	candidate_id  text not null,
	surviving_id  text not null,
	primary key (connection_id, candidate_id)
);

-- Candidates that were erased, by keyed hash: whatever is requested for them later orders nothing.
create table erased_candidate (
	connection_id  uuid        not null,
	candidate_hash bytea       not null,
	erased_at      timestamptz not null default now(),
	primary key (connection_id, candidate_hash)
);
