-- Companies subscribe by themselves (as `guest`) or are made by whoever administers them; bundles are what they choose from.
CREATE TABLE "bundles" (
  "code" text PRIMARY KEY NOT NULL,
  "name_pt" text NOT NULL,
  "name_en" text NOT NULL,
  "signatures" integer NOT NULL,
  "custody" boolean NOT NULL,
  "version" integer DEFAULT 1 NOT NULL,
  CONSTRAINT "bundles_signatures" CHECK (signatures > 0)
);
--> statement-breakpoint
insert into bundles (code, name_pt, name_en, signatures, custody) values
  ('STANDARD', 'Base', 'Standard', 1000, false), ('PREMIUM', 'Premium', 'Premium', 10000, true);
--> statement-breakpoint
-- Whether a company, of whatever kind and wherever, has this code. Codes stay reserved for ever.
create function code_taken(wanted text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.issuers i where i.code = wanted) or exists (select from public.partners p where p.code = wanted)
$$;
--> statement-breakpoint
do $$
declare
  p constant text := '{{prefix}}';
  r text;
  own_partner constant text := $q$nullif(current_setting('app.partner_id', true), '')::uuid$q$;
begin
  execute 'alter table bundles enable row level security';
  execute 'alter table bundles force row level security';
  foreach r in array array['administrator', 'partner', 'issuer', 'guest', 'system'] loop
    execute format('create policy %I on bundles for select to %I using (true)', r, p || r);
    execute format('grant select on bundles to %I', p || r);
  end loop;
  execute format('create policy administrator_insert on bundles for insert to %I with check (true)', p || 'administrator');
  execute format('create policy administrator_update on bundles for update to %I using (true) with check (true)', p || 'administrator');
  execute format('grant insert on bundles to %I', p || 'administrator');
  execute format('grant update (name_pt, name_en, signatures, custody, version) on bundles to %I', p || 'administrator');

  -- A guest leaves a subscription and sees nothing of it; of partners it sees who can be subscribed with.
  execute format('create policy guest on partners for select to %I using (status = ''active'' and type <> ''HOUSE'')', p || 'guest');
  execute format('grant select (id, code, name, type, status) on partners to %I', p || 'guest');
  execute format('create policy guest_insert on partners for insert to %I with check (status = ''registered'' and type <> ''HOUSE'')', p || 'guest');
  execute format('create policy guest_insert on issuers for insert to %I with check (status = ''registered'')', p || 'guest');
  execute format('create policy guest_insert on operators for insert to %I with check (status = ''registered'' and role in (''partner'', ''issuer''))', p || 'guest');
  execute format('grant insert on partners, issuers to %I', p || 'guest');
  execute format('grant insert (id, role, partner_id, issuer_id, email, name, status, language) on operators to %I', p || 'guest');

  execute format('create policy administrator_insert on partners for insert to %I with check (type <> ''HOUSE'')', p || 'administrator');
  execute format('create policy administrator_insert on issuers for insert to %I with check (true)', p || 'administrator');
  execute format('create policy partner_insert on issuers for insert to %I with check (partner_id = %s)', p || 'partner', own_partner);
  execute format('grant insert on partners to %I', p || 'administrator');
  execute format('grant insert on issuers to %I, %I', p || 'administrator', p || 'partner');
  execute format('create policy administrator_insert on client_services for insert to %I with check (true)', p || 'administrator');
  execute format('create policy partner_insert on client_services for insert to %I with check (partner_id = %s)', p || 'partner', own_partner);
  execute format('grant insert on client_services to %I, %I', p || 'administrator', p || 'partner');

  execute format('create policy registrar on issuers for select to %I using (true)', p || 'registrar');
  execute format('create policy registrar on partners for select to %I using (true)', p || 'registrar');
  execute format('grant select (code) on issuers to %I', p || 'registrar');
  execute format('grant select (code) on partners to %I', p || 'registrar');
  execute format('grant %I to %I%s', p || 'registrar', current_user,
    case when current_setting('server_version_num')::int >= 160000 then ' with inherit false, set true' else '' end);
  execute format('grant create on schema public to %I', p || 'registrar');
  revoke all on function code_taken(text) from public;
  foreach r in array array['administrator', 'partner', 'guest'] loop
    execute format('grant execute on function code_taken(text) to %I', p || r);
  end loop;
  execute format('alter function code_taken(text) owner to %I', p || 'registrar');
  execute format('set local role %I', p || 'registrar');
  execute format('grant execute on function account_at(text) to %I', p || 'guest');
  reset role;
  execute format('revoke create on schema public from %I', p || 'registrar');
  execute format('revoke %I from %I', p || 'registrar', current_user);
end $$;
