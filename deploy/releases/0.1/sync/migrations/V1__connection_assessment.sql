-- The Ashby side of each connection, as the newest connection-changed left it.
create table connection (
	connection_id      uuid        primary key,
	version            bigint      not null,
	-- Address and key as JSON, sealed for place "sync.connection" and the row's id; null once deleted.
	sealed_access      bytea,
	-- Newest version of the credentials that Ashby is known to accept.
	reached_version    bigint      not null default 0
);

-- One assessment in Ashby: what is true, what Ashby has, and what is under way to it.
create table assessment (
	assessment_id      uuid        primary key,
	connection_id      uuid        not null,
	started_at         timestamptz not null,

	revision           bigint      not null,
	state              text        not null,
	reason             text        not null,
	outcome            text        not null,
	provider           text        not null,
	reference          text,
	-- The vendor's words, sealed for place "sync.words" and the row's id.
	sealed_words       bytea,
	occurred_at        timestamptz not null,
	final              boolean     not null,

	pushed_revision    bigint      not null default 0,
	-- The result that the last push carried; null if it carried none.
	pushed_result      text,
	-- The last revisions that completed and that cancelled the assessment in Ashby.
	result_revision    bigint      not null default 0,
	cancelled_revision bigint      not null default 0,
	last_timestamp     bigint      not null default 0,

	-- Committed before the call, so that a repeat after an unknown outcome is the same to the byte.
	pending_revision   bigint,
	pending_timestamp  bigint,
	pending_result     text,
	pending_cancels    boolean,
	-- Sealed for place "sync.pending" and the row's id.
	pending_body       bytea,

	failed_revision    bigint      not null default 0,
	failure            text
);
