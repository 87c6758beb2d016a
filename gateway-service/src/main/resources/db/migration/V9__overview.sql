-- Checks that their service has not reported on yet: few, and looked for among all open ones. A row of an earlier
-- release gets its mark here; instances of those leave the mark of a new row set, so readers look at the
-- verification, too.
alter table assessment
	add column awaits_first_update boolean not null default false,
	alter column awaits_first_update set default true;

update assessment set awaits_first_update = true
	where closed_at is null
		and not exists (select 1 from verification where verification.assessment_id = assessment.assessment_id);

create index assessment_first_update on assessment (assessment_id desc) where awaits_first_update and closed_at is null;

-- The states of what is under way, for the overview.
create index verification_under_way on verification (assessment_id, state) where not final;

-- What has been waiting for the longest time.
create index waiting_by_age on waiting (reported_at);
