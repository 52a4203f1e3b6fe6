-- The second fence: row-level security on every table, one policy a role, each a plain equality (but the auditor's).
create function installation_day() returns date language sql stable set search_path = '' as
$$ select (now() at time zone time_zone)::date from public.installation $$;
--> statement-breakpoint
do $$
declare
  p constant text := '{{prefix}}';
  t text;
  own_partner constant text := $q$nullif(current_setting('app.partner_id', true), '')::uuid$q$;
  own_issuer constant text := $q$nullif(current_setting('app.issuer_id', true), '')::uuid$q$;
  oneself constant text := $q$nullif(current_setting('app.operator_id', true), '')::uuid$q$;
  -- A subquery of its own (an initplan): written plainly it would be evaluated for every row.
  granted constant text := $q$any ((select array_agg(g.%s) from audit_accesses g where g.auditor_id = nullif(current_setting('app.operator_id', true), '')::uuid
    and g.ended_at is null and installation_day() between g.valid_from and g.valid_to)::uuid[])$q$;
begin
  for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;

  -- Rows of an issuer: both scope columns, read by the four operator roles.
  foreach t in array array['operations', 'documents', 'usage_day', 'usage_delta', 'client_services'] loop
    execute format('create policy administrator on %I for select to %I using (true)', t, p || 'administrator');
    execute format('create policy partner on %I for select to %I using (partner_id = %s)', t, p || 'partner', own_partner);
    execute format('create policy issuer on %I for select to %I using (issuer_id = %s and partner_id = %s)', t, p || 'issuer', own_issuer, own_partner);
    execute format('create policy auditor on %I for select to %I using (issuer_id = %s)', t, p || 'auditor', format(granted, 'issuer_id'));
    execute format('grant select on %I to %I, %I, %I', t, p || 'administrator', p || 'partner', p || 'issuer');
  end loop;
  execute format('grant select on operations, documents, usage_day, usage_delta to %I', p || 'auditor');
  execute format('grant select (id, partner_id, issuer_id, alias, name) on client_services to %I', p || 'auditor');

  -- Roll-up by partner: an issuer's share cannot be told from it, so neither issuer nor auditor may look.
  execute format('create policy administrator on usage_partner_day for select to %I using (true)', p || 'administrator');
  execute format('create policy partner on usage_partner_day for select to %I using (partner_id = %s)', p || 'partner', own_partner);
  execute format('grant select on usage_partner_day to %I, %I', p || 'administrator', p || 'partner');

  -- Companies. Issuer and auditor see who the partner is, nothing more of it.
  execute format('create policy administrator on issuers for select to %I using (true)', p || 'administrator');
  execute format('create policy partner on issuers for select to %I using (partner_id = %s)', p || 'partner', own_partner);
  execute format('create policy issuer on issuers for select to %I using (id = %s)', p || 'issuer', own_issuer);
  execute format('create policy auditor on issuers for select to %I using (id = %s)', p || 'auditor', format(granted, 'issuer_id'));
  execute format('grant select on issuers to %I, %I, %I', p || 'administrator', p || 'partner', p || 'issuer');
  execute format('grant select (id, partner_id, code, name, status) on issuers to %I', p || 'auditor');
  execute format('create policy administrator on partners for select to %I using (true)', p || 'administrator');
  execute format('create policy partner on partners for select to %I using (id = %s)', p || 'partner', own_partner);
  execute format('create policy issuer on partners for select to %I using (id = %s)', p || 'issuer', own_partner);
  execute format('create policy auditor on partners for select to %I using (id = %s)', p || 'auditor', format(granted, 'partner_id'));
  execute format('grant select on partners to %I, %I', p || 'administrator', p || 'partner');
  execute format('grant select (id, code, name, type, status) on partners to %I, %I', p || 'issuer', p || 'auditor');

  -- Operators: never the password hash; oneself may change language and theme.
  execute format('create policy administrator on operators for select to %I using (true)', p || 'administrator');
  execute format('create policy partner on operators for select to %I using (partner_id = %s)', p || 'partner', own_partner);
  execute format('create policy issuer on operators for select to %I using (issuer_id = %s and partner_id = %s)', p || 'issuer', own_issuer, own_partner);
  execute format('create policy auditor on operators for select to %I using (id = %s)', p || 'auditor', oneself);
  foreach t in array array['administrator', 'partner', 'issuer', 'auditor'] loop
    execute format('create policy %I on operators for update to %I using (id = %s) with check (id = %s)', t || '_oneself', p || t, oneself, oneself);
    execute format('grant select (id, role, partner_id, issuer_id, email, name, status, language, theme, last_sign_in_at, version, created_at, updated_at) on operators to %I', p || t);
    execute format('grant update (language, theme, version, updated_at) on operators to %I', p || t);
  end loop;

  -- Grants of audit access.
  execute format('create policy administrator on audit_accesses for select to %I using (true)', p || 'administrator');
  execute format('create policy partner on audit_accesses for select to %I using (partner_id = %s)', p || 'partner', own_partner);
  execute format('create policy issuer on audit_accesses for select to %I using (issuer_id = %s and partner_id = %s)', p || 'issuer', own_issuer, own_partner);
  execute format('create policy auditor on audit_accesses for select to %I using (auditor_id = %s)', p || 'auditor', oneself);
  execute format('grant select on audit_accesses to %I, %I, %I, %I', p || 'administrator', p || 'partner', p || 'issuer', p || 'auditor');

  -- The gate: sign-in, sessions, limiter. It sees who someone is and whether they may enter, no operation.
  foreach t in array array['partners', 'issuers', 'operators', 'audit_accesses'] loop
    execute format('create policy gate on %I for select to %I using (true)', t, p || 'gate');
  end loop;
  execute format('create policy gate_update on operators for update to %I using (true) with check (true)', p || 'gate');
  execute format('grant select (id, code, name, type, status) on partners to %I', p || 'gate');
  execute format('grant select (id, partner_id, code, name, status) on issuers to %I', p || 'gate');
  execute format('grant select on operators, audit_accesses to %I', p || 'gate');
  execute format('grant update (last_sign_in_at) on operators to %I', p || 'gate');
  execute format('create policy gate on sessions for all to %I using (true) with check (true)', p || 'gate');
  execute format('grant select, insert on sessions to %I', p || 'gate');
  execute format('grant update (last_seen_at, ended_at) on sessions to %I', p || 'gate');
  execute format('create policy gate on limiter for all to %I using (true) with check (true)', p || 'gate');
  execute format('grant select, insert, update, delete on limiter to %I', p || 'gate');

  -- The system: ingest, jobs, seed.
  foreach t in array array['partners', 'issuers', 'client_services', 'operators', 'audit_accesses', 'operations', 'documents',
    'operation_keys', 'usage_delta', 'usage_day', 'usage_partner_day', 'sessions', 'limiter', 'leases'] loop
    execute format('create policy system on %I for all to %I using (true) with check (true)', t, p || 'system');
  end loop;
  execute format('grant select, insert on partners, issuers, client_services, operators, audit_accesses, operations, documents, operation_keys to %I', p || 'system');
  execute format('grant select, insert, delete on usage_delta to %I', p || 'system');
  execute format('grant select, insert, update on usage_day, usage_partner_day to %I', p || 'system');
  execute format('grant select, delete on sessions, limiter to %I', p || 'system');
  execute format('grant select, insert, update, delete on leases to %I', p || 'system');

  foreach t in array array['administrator', 'partner', 'issuer', 'auditor', 'client_service', 'gate', 'guest', 'system', 'search'] loop
    execute format('create policy %I on installation for select to %I using (true)', t, p || t);
    execute format('grant select on installation to %I', p || t);
    execute format('grant execute on function installation_day() to %I', p || t);
  end loop;
end $$;
--> statement-breakpoint
revoke all on function installation_day() from public;
--> statement-breakpoint
-- Rows come and go every second: vacuum by number, not by share of the table.
alter table usage_delta set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
