-- Mails as they are promised within a change, the links that they carry, and the texts that replace the product's own.
CREATE TABLE "links" (
  "id" uuid PRIMARY KEY NOT NULL,
  "partner_id" uuid,
  "issuer_id" uuid,
  "operator_id" uuid NOT NULL,
  "kind" text NOT NULL,
  "token_hash" "bytea" NOT NULL,
  "created_by" uuid,
  "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  "expires_at" timestamp (3) with time zone NOT NULL,
  "used_at" timestamp (3) with time zone,
  "revoked_at" timestamp (3) with time zone,
  CONSTRAINT "links_token_hash_unique" UNIQUE("token_hash"),
  CONSTRAINT "links_kind" CHECK (kind in ('activation', 'reset', 'redefinition'))
);
--> statement-breakpoint
CREATE TABLE "mails" (
  "id" uuid PRIMARY KEY NOT NULL,
  "partner_id" uuid,
  "issuer_id" uuid,
  "template" text NOT NULL,
  "language" text NOT NULL,
  "to_address" text NOT NULL,
  "to_name" text NOT NULL,
  "parameters" jsonb NOT NULL,
  "state" text DEFAULT 'waiting' NOT NULL,
  "attempts" integer DEFAULT 0 NOT NULL,
  "last_error" text,
  "sent_at" timestamp (3) with time zone,
  "version" integer DEFAULT 1 NOT NULL,
  "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "mails_state" CHECK (state in ('waiting', 'sending', 'failed', 'sent', 'kept', 'dead')),
  CONSTRAINT "mails_language" CHECK (language in ('pt', 'en'))
);
--> statement-breakpoint
CREATE TABLE "mail_texts" (
  "template" text NOT NULL,
  "language" text NOT NULL,
  "subject" text NOT NULL,
  "body" text NOT NULL,
  "button" text DEFAULT '' NOT NULL,
  CONSTRAINT "mail_texts_pk" PRIMARY KEY("template","language"),
  CONSTRAINT "mail_texts_language" CHECK (language in ('pt', 'en'))
);
--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "links_operator" ON "links" USING btree ("operator_id","created_at");
--> statement-breakpoint
CREATE INDEX "mails_address" ON "mails" USING btree (lower("to_address"),"id");
--> statement-breakpoint
CREATE INDEX "mails_open" ON "mails" USING btree ("created_at") WHERE state <> 'sent';
--> statement-breakpoint
-- One more role that owns functions: it alone knows which addresses and codes are taken, across companies.
do $$
begin
  if not exists (select from pg_roles where rolname = '{{prefix}}registrar') then
    begin
      execute format('create role %I nologin noinherit', '{{prefix}}registrar');
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
end $$;
--> statement-breakpoint
-- The account of an e-mail address, wherever it is: an address is a user name and belongs to one person.
create function account_at(address text) returns table (id uuid, role text, status text)
language sql stable security definer set search_path = '' as $$
  select o.id, o.role, o.status from public.operators o where lower(o.email) = lower(address)
$$;
--> statement-breakpoint
do $$
declare
  p constant text := '{{prefix}}';
  r text;
  t text;
  own_partner constant text := $q$nullif(current_setting('app.partner_id', true), '')::uuid$q$;
  own_issuer constant text := $q$nullif(current_setting('app.issuer_id', true), '')::uuid$q$;
  oneself constant text := $q$nullif(current_setting('app.operator_id', true), '')::uuid$q$;
  admitted constant text := $q$any ((select array_agg(g.auditor_id) from audit_accesses g where g.issuer_id = nullif(current_setting('app.issuer_id', true), '')::uuid)::uuid[])$q$;
begin
  foreach t in array array['links', 'mails', 'mail_texts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy system on %I for all to %I using (true) with check (true)', t, p || 'system');
  end loop;
  execute format('grant select (id, operator_id, kind, created_at, expires_at, used_at, revoked_at), delete on links to %I', p || 'system');
  execute format('grant select, insert, update, delete on mails to %I', p || 'system');
  execute format('grant select on mail_texts to %I', p || 'system');

  -- Links: made and revoked by whoever administers the operator, spent at the gate. Nobody but the gate compares a hash.
  execute format('create policy administrator on links for all to %I using (true) with check (true)', p || 'administrator');
  execute format('create policy partner on links for all to %I using (partner_id = %s) with check (partner_id = %s)', p || 'partner', own_partner, own_partner);
  execute format('create policy issuer on links for all to %I using (issuer_id = %s or operator_id = %s) with check (issuer_id = %s or operator_id = %s)', p || 'issuer', own_issuer, admitted, own_issuer, admitted);
  execute format('create policy gate on links for all to %I using (true) with check (true)', p || 'gate');
  foreach r in array array['administrator', 'partner', 'issuer'] loop
    execute format('grant select (id, partner_id, issuer_id, operator_id, kind, created_by, created_at, expires_at, used_at, revoked_at) on links to %I', p || r);
    execute format('grant insert on links to %I', p || r);
    execute format('grant update (revoked_at) on links to %I', p || r);
  end loop;
  execute format('grant select, insert on links to %I', p || 'gate');
  execute format('grant update (used_at, revoked_at) on links to %I', p || 'gate');

  -- Mails: promised by everybody within a change, read by administrators alone: they carry what lets somebody in.
  execute format('create policy administrator on mails for all to %I using (true) with check (true)', p || 'administrator');
  execute format('create policy partner on mails for insert to %I with check (partner_id = %s)', p || 'partner', own_partner);
  execute format('create policy issuer on mails for insert to %I with check (issuer_id = %s)', p || 'issuer', own_issuer);
  execute format('create policy auditor on mails for insert to %I with check (partner_id is null and issuer_id is null)', p || 'auditor');
  execute format('create policy gate on mails for insert to %I with check (true)', p || 'gate');
  execute format('create policy guest on mails for insert to %I with check (true)', p || 'guest');
  foreach r in array array['administrator', 'partner', 'issuer', 'auditor', 'gate', 'guest'] loop
    execute format('grant insert on mails to %I', p || r);
  end loop;
  execute format('grant select on mails to %I', p || 'administrator');
  execute format('grant update (state, attempts, last_error, version) on mails to %I', p || 'administrator');
  execute format('create policy administrator on mail_texts for select to %I using (true)', p || 'administrator');
  execute format('grant select on mail_texts to %I', p || 'administrator');

  -- Operators are invited: by the same rank within scope, never with a password.
  execute format('create policy administrator_insert on operators for insert to %I with check (status = ''registered'')', p || 'administrator');
  execute format('create policy partner_insert on operators for insert to %I with check (status = ''registered'' and partner_id = %s and role in (''partner'', ''issuer''))', p || 'partner', own_partner);
  execute format('create policy issuer_insert on operators for insert to %I with check (status = ''registered'' and ((role = ''issuer'' and issuer_id = %s and partner_id = %s) or role = ''auditor''))', p || 'issuer', own_issuer, own_partner);
  foreach r in array array['administrator', 'partner', 'issuer'] loop
    execute format('grant insert (id, role, partner_id, issuer_id, email, name, status, language) on operators to %I', p || r);
  end loop;
  execute format('grant update (password_hash, status, version, updated_at) on operators to %I', p || 'gate');

  execute format('create policy administrator_insert on audit_accesses for insert to %I with check (true)', p || 'administrator');
  execute format('create policy issuer_insert on audit_accesses for insert to %I with check (issuer_id = %s and granted_by = %s)', p || 'issuer', own_issuer, oneself);
  execute format('grant insert on audit_accesses to %I, %I', p || 'administrator', p || 'issuer');
  -- The last day of a grant may be moved.
  execute format('grant update (reason) on audit_accesses to %I, %I', p || 'administrator', p || 'issuer');

  execute format('create policy registrar on operators for select to %I using (true)', p || 'registrar');
  execute format('grant usage on schema public to %I', p || 'registrar');
  execute format('grant select (id, email, role, status) on operators to %I', p || 'registrar');
  execute format('grant %I to %I%s', p || 'registrar', current_user,
    case when current_setting('server_version_num')::int >= 160000 then ' with inherit false, set true' else '' end);
  execute format('grant create on schema public to %I', p || 'registrar');
  revoke all on function account_at(text) from public;
  foreach r in array array['administrator', 'partner', 'issuer'] loop
    execute format('grant execute on function account_at(text) to %I', p || r);
  end loop;
  execute format('alter function account_at(text) owner to %I', p || 'registrar');
  execute format('revoke create on schema public from %I', p || 'registrar');
  execute format('revoke %I from %I', p || 'registrar', current_user);
end $$;
--> statement-breakpoint
-- Two tasks more: a mail that goes out, and a link that somebody at the gate asked for.
create or replace function enqueue(task text, payload json, key text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if task not in ('partitions_ahead', 'reconcile_usage', 'clean_up', 'export_list', 'send_mail', 'offer_link') then
    raise exception 'unknown task %', task using errcode = '22023';
  end if;
  perform graphile_worker.add_job(identifier => task, payload => payload, job_key => key);
end $$;
