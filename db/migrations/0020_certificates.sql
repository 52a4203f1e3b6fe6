-- Certificate authorities, the certificates that issuers enrolled there, the access to their keys, and how it is got.
CREATE TABLE "authorities" (
  "id" uuid PRIMARY KEY NOT NULL,
  "name" text NOT NULL,
  "type" text NOT NULL,
  "status" text NOT NULL,
  "base_url" text NOT NULL,
  "oauth_url" text,
  "client_id" text NOT NULL,
  "client_secret" "bytea",
  "scopes" text NOT NULL,
  "time_stamp_url" text,
  "access_days" integer NOT NULL,
  "access_signatures" bigint NOT NULL,
  "warn_days" integer NOT NULL,
  "warn_percent" integer NOT NULL,
  "info" jsonb,
  "info_at" timestamp (3) with time zone,
  "last_contact_at" timestamp (3) with time zone,
  "check_asked_at" timestamp (3) with time zone,
  "checked_at" timestamp (3) with time zone,
  "check_outcome" text,
  "check_ms" integer,
  "version" integer DEFAULT 1 NOT NULL,
  "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "authorities_name" UNIQUE("name"),
  CONSTRAINT "authorities_type" CHECK (type in ('csc-v1', 'csc-v2')),
  CONSTRAINT "authorities_status" CHECK (status in ('active', 'suspended')),
  CONSTRAINT "authorities_rule" CHECK (access_days between 1 and 3650 and access_signatures between 1 and 1000000000000 and warn_days between 0 and access_days and warn_percent between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "authority_days" (
  "authority_id" uuid NOT NULL,
  "day" date NOT NULL,
  "answered" integer DEFAULT 0 NOT NULL,
  "failed" integer DEFAULT 0 NOT NULL,
  CONSTRAINT "authority_days_pk" PRIMARY KEY("authority_id","day")
);
--> statement-breakpoint
CREATE TABLE "certificate_flows" (
  "id" uuid PRIMARY KEY NOT NULL,
  "partner_id" uuid NOT NULL,
  "issuer_id" uuid NOT NULL,
  "authority_id" uuid NOT NULL,
  "certificate_id" uuid,
  "kind" text NOT NULL,
  "wallet_id" uuid NOT NULL,
  "alias" text NOT NULL,
  "operator_id" uuid NOT NULL,
  "session_id" uuid NOT NULL,
  "step" text NOT NULL,
  "outcome" text,
  "state_hash" "bytea",
  "verifier" "bytea",
  "answer" "bytea",
  "access" "bytea",
  "candidates" jsonb,
  "credential_id" text,
  "otp_until" timestamp (3) with time zone,
  "attempts" integer DEFAULT 0 NOT NULL,
  "claimed_at" timestamp (3) with time zone,
  "expires_at" timestamp (3) with time zone NOT NULL,
  "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "certificate_flows_step" CHECK (step in ('consent', 'listing', 'choice', 'otp', 'factors', 'credential', 'granting', 'unconfirmed', 'granted', 'refused', 'cancelled', 'expired')),
  CONSTRAINT "certificate_flows_kind" CHECK (kind in ('enrol', 'renew'))
);
--> statement-breakpoint
CREATE TABLE "certificate_grants" (
  "id" uuid PRIMARY KEY NOT NULL,
  "partner_id" uuid NOT NULL,
  "issuer_id" uuid NOT NULL,
  "certificate_id" uuid NOT NULL,
  "granted_by" uuid NOT NULL,
  "granted_at" timestamp (3) with time zone NOT NULL,
  "expires_at" timestamp (3) with time zone NOT NULL,
  "signature_limit" bigint NOT NULL,
  "taken" bigint DEFAULT 0 NOT NULL,
  "access" "bytea",
  "replaced_at" timestamp (3) with time zone,
  "revoked_at" timestamp (3) with time zone,
  "warned_on" text,
  CONSTRAINT "certificate_grants_taken" CHECK (taken between 0 and signature_limit)
);
--> statement-breakpoint
CREATE TABLE "certificates" (
  "id" uuid PRIMARY KEY NOT NULL,
  "partner_id" uuid NOT NULL,
  "issuer_id" uuid NOT NULL,
  "authority_id" uuid NOT NULL,
  "wallet_id" uuid NOT NULL,
  "credential_id" text NOT NULL,
  "alias" text NOT NULL,
  "subject" text NOT NULL,
  "common_name" text NOT NULL,
  "issuer_name" text NOT NULL,
  "serial" text NOT NULL,
  "valid_from" timestamp (3) with time zone NOT NULL,
  "valid_to" timestamp (3) with time zone NOT NULL,
  "key_algorithm" text NOT NULL,
  "key_length" integer NOT NULL,
  "scal" text NOT NULL,
  "multisign" integer NOT NULL,
  "auth_mode" text NOT NULL,
  "chain" "bytea"[] NOT NULL,
  "revocation" text DEFAULT 'unknown' NOT NULL,
  "revoked_at" timestamp (3) with time zone,
  "revocation_checked_at" timestamp (3) with time zone,
  "grant_id" uuid,
  "version" integer DEFAULT 1 NOT NULL,
  "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "certificates_credential" UNIQUE("issuer_id","authority_id","credential_id"),
  CONSTRAINT "certificates_key" CHECK (key_algorithm in ('RSA', 'RSA-PSS', 'ECDSA')),
  CONSTRAINT "certificates_revocation" CHECK (revocation in ('unknown', 'good', 'suspended', 'revoked')),
  CONSTRAINT "certificates_auth_mode" CHECK (auth_mode in ('implicit', 'explicit', 'oauth2code'))
);
--> statement-breakpoint
CREATE TABLE "grant_leases" (
  "id" uuid PRIMARY KEY NOT NULL,
  "partner_id" uuid NOT NULL,
  "issuer_id" uuid NOT NULL,
  "grant_id" uuid NOT NULL,
  "size" integer NOT NULL,
  "used" integer DEFAULT 0 NOT NULL,
  "expires_at" timestamp (3) with time zone NOT NULL,
  CONSTRAINT "grant_leases_used" CHECK (used between 0 and size)
);
--> statement-breakpoint
CREATE TABLE "wallets" (
  "id" uuid PRIMARY KEY NOT NULL,
  "partner_id" uuid NOT NULL,
  "issuer_id" uuid NOT NULL,
  "name" text NOT NULL,
  "principal" boolean DEFAULT false NOT NULL,
  "current_id" uuid,
  "version" integer DEFAULT 1 NOT NULL,
  "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "wallets_id_issuer" UNIQUE("id","issuer_id")
);
--> statement-breakpoint
ALTER TABLE "authority_days" ADD CONSTRAINT "authority_days_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_flows" ADD CONSTRAINT "certificate_flows_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_flows" ADD CONSTRAINT "certificate_flows_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_flows" ADD CONSTRAINT "certificate_flows_issuer" FOREIGN KEY ("issuer_id","partner_id") REFERENCES "public"."issuers"("id","partner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_flows" ADD CONSTRAINT "certificate_flows_wallet" FOREIGN KEY ("wallet_id","issuer_id") REFERENCES "public"."wallets"("id","issuer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_grants" ADD CONSTRAINT "certificate_grants_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_authority_id_authorities_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authorities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_issuer" FOREIGN KEY ("issuer_id","partner_id") REFERENCES "public"."issuers"("id","partner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_wallet" FOREIGN KEY ("wallet_id","issuer_id") REFERENCES "public"."wallets"("id","issuer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_leases" ADD CONSTRAINT "grant_leases_grant_id_certificate_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."certificate_grants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_issuer" FOREIGN KEY ("issuer_id","partner_id") REFERENCES "public"."issuers"("id","partner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_flows_state" ON "certificate_flows" USING btree ("state_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_flows_one_renewal" ON "certificate_flows" USING btree ("certificate_id") WHERE kind = 'renew' and step not in ('granted', 'refused', 'cancelled', 'expired');--> statement-breakpoint
CREATE INDEX "certificate_flows_certificate" ON "certificate_flows" USING btree ("certificate_id","created_at");--> statement-breakpoint
CREATE INDEX "certificate_flows_open" ON "certificate_flows" USING btree ("expires_at") WHERE step not in ('granted', 'refused', 'cancelled', 'expired');--> statement-breakpoint
CREATE INDEX "certificate_grants_certificate" ON "certificate_grants" USING btree ("certificate_id","granted_at");--> statement-breakpoint
CREATE INDEX "certificates_partner" ON "certificates" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "certificates_authority" ON "certificates" USING btree ("authority_id");--> statement-breakpoint
CREATE INDEX "certificates_wallet_idx" ON "certificates" USING btree ("wallet_id");--> statement-breakpoint
CREATE INDEX "grant_leases_grant" ON "grant_leases" USING btree ("grant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "wallets_name" ON "wallets" USING btree ("issuer_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "wallets_principal" ON "wallets" USING btree ("issuer_id") WHERE principal;--> statement-breakpoint
CREATE INDEX "wallets_partner" ON "wallets" USING btree ("partner_id");
--> statement-breakpoint
-- Every issuer has a wallet to begin with. The owner reads no row of theirs while row-level security is forced on it.
alter table issuers no force row level security;
--> statement-breakpoint
insert into wallets (id, partner_id, issuer_id, name, principal)
select gen_random_uuid(), partner_id, id, 'Principal', true from issuers;
--> statement-breakpoint
alter table issuers force row level security;
--> statement-breakpoint
do $$
declare
  p constant text := '{{prefix}}';
  r text;
  t text;
  own_partner constant text := $q$nullif(current_setting('app.partner_id', true), '')::uuid$q$;
  own_issuer constant text := $q$nullif(current_setting('app.issuer_id', true), '')::uuid$q$;
  public_authority constant text := 'id, name, type, status, access_days, access_signatures, warn_days, warn_percent';
  open_grant constant text := 'id, partner_id, issuer_id, certificate_id, granted_by, granted_at, expires_at, signature_limit, taken, replaced_at, revoked_at';
  open_flow constant text := 'id, partner_id, issuer_id, authority_id, certificate_id, kind, wallet_id, alias, operator_id, session_id, step, outcome, state_hash, candidates, credential_id, otp_until, attempts, claimed_at, expires_at, created_at, updated_at';
begin
  foreach t in array array['authorities', 'authority_days', 'wallets', 'certificates', 'certificate_grants', 'certificate_flows', 'grant_leases'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy system on %I for all to %I using (true) with check (true)', t, p || 'system');
    execute format('grant select, insert, update, delete on %I to %I', t, p || 'system');
  end loop;

  -- Authorities: an administrator's; whoever has certificates there reads its name and its rule. Nobody reads the secret.
  foreach r in array array['administrator', 'partner', 'issuer'] loop
    execute format('create policy %I on authorities for select to %I using (true)', r, p || r);
    execute format('grant select (%s) on authorities to %I', public_authority, p || r);
  end loop;
  execute format('grant select (base_url, oauth_url, client_id, scopes, time_stamp_url, info, info_at, last_contact_at, check_asked_at, checked_at, check_outcome, check_ms, version, created_at, updated_at) on authorities to %I', p || 'administrator');
  execute format('grant select (oauth_url, base_url, client_id, info) on authorities to %I', p || 'issuer');
  execute format('create policy administrator_insert on authorities for insert to %I with check (true)', p || 'administrator');
  execute format('create policy administrator_update on authorities for update to %I using (true) with check (true)', p || 'administrator');
  execute format('grant insert on authorities to %I', p || 'administrator');
  execute format('grant update (name, type, status, base_url, oauth_url, client_id, client_secret, scopes, time_stamp_url, access_days, access_signatures, warn_days, warn_percent, check_asked_at, version, updated_at) on authorities to %I', p || 'administrator');
  execute format('create policy administrator on authority_days for select to %I using (true)', p || 'administrator');
  execute format('grant select on authority_days to %I', p || 'administrator');

  -- What an issuer has: its own operators change it, administrators and partners look.
  foreach t in array array['wallets', 'certificates', 'certificate_grants', 'certificate_flows'] loop
    execute format('create policy administrator on %I for select to %I using (true)', t, p || 'administrator');
    execute format('create policy partner on %I for select to %I using (partner_id = %s)', t, p || 'partner', own_partner);
    execute format('create policy issuer on %I for select to %I using (issuer_id = %s)', t, p || 'issuer', own_issuer);
  end loop;
  foreach r in array array['administrator', 'partner', 'issuer'] loop
    execute format('grant select on wallets, certificates to %I', p || r);
    execute format('grant select (%s) on certificate_grants to %I', open_grant, p || r);
    execute format('grant select (%s) on certificate_flows to %I', open_flow, p || r);
  end loop;
  execute format('create policy administrator_insert on wallets for insert to %I with check (principal)', p || 'administrator');
  execute format('create policy partner_insert on wallets for insert to %I with check (principal and partner_id = %s)', p || 'partner', own_partner);
  execute format('create policy issuer_insert on wallets for insert to %I with check (not principal and issuer_id = %s and partner_id = %s)', p || 'issuer', own_issuer, own_partner);
  execute format('create policy issuer_update on wallets for update to %I using (issuer_id = %s) with check (issuer_id = %s)', p || 'issuer', own_issuer, own_issuer);
  execute format('create policy issuer_delete on wallets for delete to %I using (issuer_id = %s and not principal)', p || 'issuer', own_issuer);
  execute format('grant insert on wallets to %I, %I, %I', p || 'administrator', p || 'partner', p || 'issuer');
  execute format('grant update (name, current_id, version, updated_at), delete on wallets to %I', p || 'issuer');
  execute format('create policy issuer_update on certificates for update to %I using (issuer_id = %s) with check (issuer_id = %s)', p || 'issuer', own_issuer, own_issuer);
  execute format('grant update (alias, wallet_id, version, updated_at) on certificates to %I', p || 'issuer');
  execute format('create policy issuer_insert on certificate_flows for insert to %I with check (issuer_id = %s and partner_id = %s)', p || 'issuer', own_issuer, own_partner);
  execute format('create policy issuer_update on certificate_flows for update to %I using (issuer_id = %s) with check (issuer_id = %s)', p || 'issuer', own_issuer, own_issuer);
  execute format('grant insert on certificate_flows to %I', p || 'issuer');
  execute format('grant update (operator_id, session_id, step, outcome, state_hash, verifier, answer, credential_id, otp_until, expires_at, updated_at) on certificate_flows to %I', p || 'issuer');
end $$;
--> statement-breakpoint
-- Three tasks more: a step of enrolment or renewal, the daily look at all certificates, a check of an authority.
create or replace function enqueue(task text, payload json, key text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if task not in ('partitions_ahead', 'reconcile_usage', 'clean_up', 'export_list', 'send_mail', 'offer_link', 'certificate_flow', 'watch_certificates', 'check_authority') then
    raise exception 'unknown task %', task using errcode = '22023';
  end if;
  perform graphile_worker.add_job(identifier => task, payload => payload, job_key => key);
end $$;
