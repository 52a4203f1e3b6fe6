-- The only way into the audit log. One statement: the upsert locks the chain's head, or makes it.
create function audit_append(chain uuid, partner uuid, issuer uuid, happened timestamptz, line text) returns bigint
language sql security definer set search_path = '' as $$
  with head as (
    insert into public.audit_head as a (tenant, seq, hash)
    values (chain, 1, sha256('\x00'::bytea || int8send(1) || convert_to(line, 'UTF8')))
    on conflict (tenant) do update
      set seq = a.seq + 1, hash = sha256(a.hash || int8send(a.seq + 1) || convert_to(line, 'UTF8'))
    returning seq, hash
  ), entry as (
    insert into public.audit_log (tenant, seq, at, partner_id, issuer_id, entry, hash)
    select chain, head.seq, happened, partner, issuer, line, head.hash from head
  )
  select seq from head
$$;
--> statement-breakpoint
create function audit_is_append_only() returns trigger language plpgsql set search_path = '' as
$$ begin raise exception 'the audit log is append-only' using errcode = '42501'; end $$;
--> statement-breakpoint
create trigger audit_log_rows before update or delete on audit_log for each row execute function audit_is_append_only();
--> statement-breakpoint
create trigger audit_log_truncate before truncate on audit_log for each statement execute function audit_is_append_only();
--> statement-breakpoint
create trigger audit_head_truncate before delete or truncate on audit_head for each statement execute function audit_is_append_only();
--> statement-breakpoint
do $$
declare
  p constant text := '{{prefix}}';
  r text;
begin
  execute format('create policy ledger on audit_log for insert to %I with check (true)', p || 'ledger');
  execute format('create policy ledger on audit_head for all to %I using (true) with check (true)', p || 'ledger');
  execute format('grant insert on audit_log to %I', p || 'ledger');
  execute format('grant select, insert, update on audit_head to %I', p || 'ledger');

  execute format('create policy administrator on audit_log for select to %I using (true)', p || 'administrator');
  execute format('create policy partner on audit_log for select to %I using (partner_id = nullif(current_setting(''app.partner_id'', true), '''')::uuid)', p || 'partner');
  execute format('create policy issuer on audit_log for select to %I using (issuer_id = nullif(current_setting(''app.issuer_id'', true), '''')::uuid)', p || 'issuer');
  execute format('create policy system on audit_log for select to %I using (true)', p || 'system');
  execute format('create policy system on audit_head for select to %I using (true)', p || 'system');
  execute format('grant select on audit_log to %I, %I, %I, %I', p || 'administrator', p || 'partner', p || 'issuer', p || 'system');
  execute format('grant select on audit_head to %I', p || 'system');

  -- Hand the function to ledger. Rights are cut first: after the hand-over a revoke by us would do nothing.
  execute format('grant %I to %I%s', p || 'ledger', current_user,
    case when current_setting('server_version_num')::int >= 160000 then ' with inherit false, set true' else '' end);
  execute format('grant create on schema public to %I', p || 'ledger');
  revoke all on function audit_append(uuid, uuid, uuid, timestamptz, text) from public;
  foreach r in array array['administrator', 'partner', 'issuer', 'auditor', 'client_service', 'gate', 'guest', 'system'] loop
    execute format('grant execute on function audit_append(uuid, uuid, uuid, timestamptz, text) to %I', p || r);
  end loop;
  execute format('alter function audit_append(uuid, uuid, uuid, timestamptz, text) owner to %I', p || 'ledger');
  execute format('revoke create on schema public from %I', p || 'ledger');
  execute format('revoke %I from %I', p || 'ledger', current_user);
end $$;
