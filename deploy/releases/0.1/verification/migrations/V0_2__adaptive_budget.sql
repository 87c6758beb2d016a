-- What a vendor that wants fewer calls has taught: the spacing while it is longer than the configured one. Doubled
-- each time the vendor says so, and shortened by each call that succeeds.
alter table work_budget add column slowed_millis bigint not null default 0;
