-- By which some providers tell a repetition of a call from another order.
alter table attempt add column idempotency_key uuid not null default gen_random_uuid();

-- Other ids by which a provider's callbacks may name an order.
create table provider_alias (
	provider_account text not null,
	alias            text not null,
	assessment_id    uuid not null references verification,
	primary key (provider_account, alias, assessment_id)
);

-- What callbacks of a provider that cannot be asked said of orders that are not known here yet.
create table early_callback (
	event_id      uuid        primary key,
	connection_id uuid        not null,
	reference     text        not null,
	-- The callback, sealed as its record was.
	sealed        bytea       not null,
	received_at   timestamptz not null default now()
);

create index early_callback_by_reference on early_callback (connection_id, reference);

alter table verification
	-- When the provider said what the state shows, by its clock; null where it is read.
	add column said_at            timestamptz,
	-- Where a callback said that the report is.
	add column sealed_report_link bytea,
	-- The provider's status that is not in our table, if that is where the order stands.
	add column unknown_status     text,
	-- When the provider last said anything of the order.
	add column heard_at           timestamptz not null default now(),
	-- Since when operators know that it is silent.
	add column silence_told_at    timestamptz,
	-- What becomes of an order that was cancelled here: WANTED, then DONE or BY_HAND.
	add column order_cancel       text        not null default 'NONE',
	-- Key of the invitation that is to be sent once more, while it is.
	add column resend_key         uuid,
	-- The order that an operator says is this check's, while that is looked into.
	add column resolve_reference  text;

update verification v set order_cancel = 'WANTED'
where exists (select 1 from work w where w.subject_id = v.assessment_id and w.kind = 'cancel-order' and w.wanted > w.done);

-- Attempts at the same check, for those that must wait for an earlier one.
create index verification_by_application on verification (connection_id, application_id, assessment_type_id);
