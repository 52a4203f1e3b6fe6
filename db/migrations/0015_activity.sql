-- What happened to a thing, and what somebody did: read out of the entry itself, so that they cannot say otherwise.
alter table audit_log
  add column target_id text generated always as (entry::jsonb -> 'target' ->> 'id') stored,
  add column actor_id text generated always as (entry::jsonb -> 'actor' ->> 'id') stored;
--> statement-breakpoint
create index audit_log_target on audit_log (target_id, at);
--> statement-breakpoint
create index audit_log_actor on audit_log (actor_id, at);
--> statement-breakpoint
create index audit_log_tenant_at on audit_log (tenant, at);
--> statement-breakpoint
-- An auditor reads what it did itself, and nothing else of the log.
do $$
begin
  execute format('create policy auditor on audit_log for select to %I using (actor_id = nullif(current_setting(''app.operator_id'', true), ''''))', '{{prefix}}auditor');
  execute format('grant select on audit_log to %I', '{{prefix}}auditor');
end $$;
