-- Whether reports are put into candidates' files.
alter table connection add column report_file boolean not null default false;

-- Everything that was told of before was started by a recruiter.
alter table assessment add column origin text not null default 'RECRUITER';
-- Pseudonyms that Ashby gave; empty where an old event did not tell.
alter table assessment add column candidate_id text not null default '';
alter table assessment add column assessment_type_id uuid;
alter table assessment add column expected_at timestamptz;
-- Package, words and checks as JSON, sealed for place "sync.details" and the row's id. Takes the place of
-- sealed_words, which is read only where this is null.
alter table assessment add column sealed_details bytea;
-- Newest revision of a start that was repeated; Ashby is to be told at least that revision.
alter table assessment add column tell_again_revision bigint not null default 0;
-- Revision at which the present end was reached; 0 while there is none.
alter table assessment add column ended_revision bigint not null default 0;
-- Nothing personal is left, and Ashby is told nothing.
alter table assessment add column erased boolean not null default false;
-- What the last push said, as a digest or a code.
alter table assessment add column pushed_gist text;
alter table assessment add column pending_gist text;
-- The call that the pending body is for.
alter table assessment add column pending_channel text;
-- Whether the pending body carries the result; pending_result is what Ashby shows after it.
alter table assessment add column pending_sends_result boolean;

update assessment set ended_revision = revision where final;
update assessment set pending_channel = 'UPDATE', pending_sends_result = (pending_result is not null)
where pending_body is not null;

-- A note that is being written: committed before the call, gone once its outcome is known.
create table note (
	assessment_id      uuid        primary key,
	revision           bigint      not null,
	gist               text        not null,
	-- Sealed for place "sync.note" and the row's id.
	sealed_text        bytea       not null,
	begun_at           timestamptz not null default now()
);

-- A report on its way into a candidate's files.
create table report_file (
	assessment_id      uuid        primary key,
	connection_id      uuid        not null,
	candidate_id       text        not null,
	-- Revision of the result whose report is wanted; 0 while none is.
	revision           bigint      not null,
	wanted_at          timestamptz not null default now(),
	-- Newest revision that needs nothing more: attached, or given up.
	settled_revision   bigint      not null default 0,
	failure            text,

	-- How far the file of step_revision has come: NONE, PLACED, UPLOADED or ATTACHING.
	step               text        not null default 'NONE',
	step_revision      bigint      not null default 0,
	-- Ashby's upload handle as JSON, sealed for place "sync.upload" and the row's id.
	sealed_upload      bytea,
	length             bigint,
	placed_at          timestamptz,
	attaching_at       timestamptz
);
