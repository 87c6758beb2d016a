-- By what a check is found without keeping it: keyed hashes of the e-mail and of each word of the name.
create table assessment_term (
	term_hash     bytea not null,
	assessment_id uuid  not null references assessment,
	primary key (term_hash, assessment_id)
);

create index assessment_term_by_assessment on assessment_term (assessment_id);

create index assessment_by_application on assessment (application_id);

create index assessment_open_by_age on assessment (assessment_id desc) where closed_at is null;

-- Rows of earlier releases are indexed once, when instances of those have stopped making more of them.
insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
values ('search-index', 'once', now() + interval '15 minutes', false, 1);

-- How long checks took, for the overview.
create index assessment_by_end on assessment (closed_at) where closed_at is not null;
