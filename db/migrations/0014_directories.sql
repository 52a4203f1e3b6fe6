-- Companies, people and grants are administered: what their lists need, and which columns each role may change.
alter table audit_accesses add column auditor_email text, add column reason text not null default '';
--> statement-breakpoint
update audit_accesses a set auditor_email = o.email from operators o where o.id = a.auditor_id;
--> statement-breakpoint
alter table audit_accesses alter column auditor_email set not null;
--> statement-breakpoint
-- Whose a session is, so that those who administer its operator may end it.
alter table sessions add column partner_id uuid, add column issuer_id uuid;
--> statement-breakpoint
update sessions s set partner_id = o.partner_id, issuer_id = o.issuer_id from operators o where o.id = s.operator_id;
--> statement-breakpoint
create index sessions_company on sessions (partner_id, issuer_id) where ended_at is null;
--> statement-breakpoint
create index issuers_name on issuers (lower(name), id);
--> statement-breakpoint
create index partners_name on partners (lower(name), id);
--> statement-breakpoint
create index operators_name on operators (lower(name), id);
--> statement-breakpoint
create index operators_issuer_id on operators (issuer_id) where issuer_id is not null;
--> statement-breakpoint
do $$
declare
  p constant text := '{{prefix}}';
  r text;
  own_partner constant text := $q$nullif(current_setting('app.partner_id', true), '')::uuid$q$;
  own_issuer constant text := $q$nullif(current_setting('app.issuer_id', true), '')::uuid$q$;
  oneself constant text := $q$nullif(current_setting('app.operator_id', true), '')::uuid$q$;
  -- Auditors with a grant of the issuer, whenever it is valid. A subquery of its own (an initplan).
  admitted constant text := $q$any ((select array_agg(g.auditor_id) from audit_accesses g where g.issuer_id = nullif(current_setting('app.issuer_id', true), '')::uuid)::uuid[])$q$;
begin
  execute format('create policy administrator_update on issuers for update to %I using (true) with check (true)', p || 'administrator');
  execute format('create policy partner_update on issuers for update to %I using (partner_id = %s) with check (partner_id = %s)', p || 'partner', own_partner, own_partner);
  execute format('create policy issuer_update on issuers for update to %I using (id = %s) with check (id = %s)', p || 'issuer', own_issuer, own_issuer);
  execute format('grant update (name, email, invoice_address, contact, language, bundle, status, blocked_by, version, updated_at) on issuers to %I, %I', p || 'administrator', p || 'partner');
  execute format('grant update (email, invoice_address, contact, language, status, version, updated_at) on issuers to %I', p || 'issuer');

  execute format('create policy administrator_update on partners for update to %I using (type <> ''HOUSE'') with check (type <> ''HOUSE'')', p || 'administrator');
  execute format('create policy partner_update on partners for update to %I using (id = %s) with check (id = %s)', p || 'partner', own_partner, own_partner);
  execute format('grant update (name, email, invoice_address, contact, language, status, blocked_by, version, updated_at) on partners to %I', p || 'administrator');
  execute format('grant update (email, invoice_address, contact, language, status, version, updated_at) on partners to %I', p || 'partner');

  execute format('create policy administrator_update on operators for update to %I using (true) with check (true)', p || 'administrator');
  execute format('create policy partner_update on operators for update to %I using (partner_id = %s) with check (partner_id = %s)', p || 'partner', own_partner, own_partner);
  execute format('create policy issuer_update on operators for update to %I using (issuer_id = %s) with check (issuer_id = %s)', p || 'issuer', own_issuer, own_issuer);
  execute format('alter policy issuer on operators using ((issuer_id = %s and partner_id = %s) or id = %s)', own_issuer, own_partner, admitted);

  execute format('create policy administrator on sessions for all to %I using (true) with check (true)', p || 'administrator');
  execute format('create policy partner on sessions for all to %I using (partner_id = %s) with check (partner_id = %s)', p || 'partner', own_partner, own_partner);
  execute format('create policy issuer on sessions for all to %I using (issuer_id = %s) with check (issuer_id = %s)', p || 'issuer', own_issuer, own_issuer);
  execute format('create policy auditor on sessions for all to %I using (operator_id = %s) with check (operator_id = %s)', p || 'auditor', oneself, oneself);
  execute format('create policy administrator_update on audit_accesses for update to %I using (true) with check (true)', p || 'administrator');
  execute format('create policy issuer_update on audit_accesses for update to %I using (issuer_id = %s) with check (issuer_id = %s)', p || 'issuer', own_issuer, own_issuer);
  execute format('grant update (valid_to, ended_at, version) on audit_accesses to %I, %I', p || 'administrator', p || 'issuer');
  foreach r in array array['administrator', 'partner', 'issuer'] loop
    execute format('grant update (name, status) on operators to %I', p || r);
  end loop;
  foreach r in array array['administrator', 'partner', 'issuer', 'auditor'] loop
    -- Never the hash of the token.
    execute format('grant select (id, operator_id, partner_id, issuer_id, created_at, last_seen_at, expires_at, ended_at, address, user_agent) on sessions to %I', p || r);
    execute format('grant update (ended_at) on sessions to %I', p || r);
  end loop;
end $$;
