-- "Contains" over documents. LIKE is not leakproof, so under row-level security it would lose its trigram index: this
-- function reads as `search`, applies the caller's scope itself and returns keys only; the rows are then read under
-- the caller's own policies. Newest first, below (before_at, before_id), at most `most` operations.
create function search_operations(needle text, since timestamptz, until timestamptz, before_at timestamptz, before_id uuid, most int)
returns table (operation_id uuid, received_at timestamptz)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' rows 51 as $$
declare
  role constant text := current_setting('role');
  partner constant uuid := nullif(current_setting('app.partner_id', true), '')::uuid;
  issuer constant uuid := nullif(current_setting('app.issuer_id', true), '')::uuid;
  granted constant uuid[] := case when role = '{{prefix}}auditor' then array(
    select g.issuer_id from public.audit_accesses g where g.auditor_id = nullif(current_setting('app.operator_id', true), '')::uuid
      and g.ended_at is null and public.installation_day() between g.valid_from and g.valid_to) end;
  pattern constant text := '%' || replace(replace(replace(lower(needle), '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
  if length(needle) < 3 then raise exception 'search needs three characters' using errcode = '22023'; end if;
  if role not in ('{{prefix}}administrator', '{{prefix}}partner', '{{prefix}}issuer', '{{prefix}}auditor') then
    raise exception 'search is for operators' using errcode = '42501';
  end if;
  return query
    select distinct d.operation_id, d.received_at from public.documents d
    where d.search_text like pattern and lower(d.name) like pattern
      and (role = '{{prefix}}administrator'
        or role = '{{prefix}}partner' and d.partner_id = partner
        or role = '{{prefix}}issuer' and d.partner_id = partner and d.issuer_id = issuer
        or role = '{{prefix}}auditor' and d.issuer_id = any (granted))
      and d.received_at >= since and d.received_at <= least(until, before_at)
      and (d.received_at, d.operation_id) < (before_at, before_id)
    order by d.received_at desc, d.operation_id desc limit most;
end $$;
--> statement-breakpoint
do $$
declare
  p constant text := '{{prefix}}';
  r text;
begin
  execute format('create policy search on documents for select to %I using (true)', p || 'search');
  execute format('create policy search on audit_accesses for select to %I using (true)', p || 'search');
  execute format('grant select (operation_id, received_at, partner_id, issuer_id, name, search_text) on documents to %I', p || 'search');
  execute format('grant select on audit_accesses to %I', p || 'search');
  execute format('grant %I to %I%s', p || 'search', current_user,
    case when current_setting('server_version_num')::int >= 160000 then ' with inherit false, set true' else '' end);
  execute format('grant create on schema public to %I', p || 'search');
  revoke all on function search_operations(text, timestamptz, timestamptz, timestamptz, uuid, int) from public;
  foreach r in array array['administrator', 'partner', 'issuer', 'auditor'] loop
    execute format('grant execute on function search_operations(text, timestamptz, timestamptz, timestamptz, uuid, int) to %I', p || r);
  end loop;
  execute format('alter function search_operations(text, timestamptz, timestamptz, timestamptz, uuid, int) owner to %I', p || 'search');
  execute format('revoke create on schema public from %I', p || 'search');
  execute format('revoke %I from %I', p || 'search', current_user);
end $$;
