-- When each side of a connection was last heard of. Not in the connection's row, which is locked by its changes.
create table contact (
	connection_id uuid        primary key references connection,
	ashby_at      timestamptz,
	provider_at   timestamptz
);
