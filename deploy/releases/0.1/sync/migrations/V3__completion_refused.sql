-- Newest revision that Ashby would not take as a completed assessment, so that a note tells it; 0 while there is none.
alter table assessment add column completion_refused_revision bigint not null default 0;
