-- Records that a service could not take: where they are, and nothing of what is in them. About is the record's key
-- where that is an id of ours. A letter that came back and failed again says which one it was.
create table dead_letter (
	letter_id     uuid           primary key,
	topic         text           not null,
	partition     int            not null,
	record_offset bigint         not null,
	source        text           not null,
	service       text           not null,
	record_key    text,
	about         uuid,
	failure       text           not null,
	failed_at     timestamptz(3) not null,
	again_of      uuid,
	redriven_at   timestamptz(3),
	redriven_by   text
);

create index dead_letter_waiting on dead_letter (failed_at desc) where redriven_at is null;

create index dead_letter_by_age on dead_letter (failed_at);

-- When the name and e-mail went; of earlier rows it is not known.
alter table assessment add column erased_at timestamptz(3);

update assessment set erased_at = now() where person is null;

-- What retention has not reached yet.
create index assessment_kept on assessment (connection_id, closed_at) where closed_at is not null and erased_at is null;

-- Since when a connection's work has been stopped.
create index waiting_stopped on waiting (assessment_id) where outcome = 'STOPPED';

-- Who asked for what about a check.
create index audit_by_assessment on audit (assessment_id, audit_id desc) where assessment_id is not null;
