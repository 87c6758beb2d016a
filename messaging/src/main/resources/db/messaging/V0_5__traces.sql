-- W3C traceparent of whoever wrote the row, so that one trace shows the road from its first call to its last.
alter table outbox add column trace_parent text;

alter table work add column trace_parent text;
