-- Work that nobody waits for gives way to the rest of its side.
alter table work add column background boolean not null default false;

drop index work_due;

create index work_due on work (connection_id, side, background, due_at) where wanted > done;
