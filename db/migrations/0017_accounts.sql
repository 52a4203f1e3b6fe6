-- Second factors, who must have one, and when somebody last proved to be the one who signed in.
CREATE TABLE "second_factors" (
  "operator_id" uuid PRIMARY KEY NOT NULL,
  "secret" "bytea" NOT NULL,
  "confirmed_at" timestamp (3) with time zone,
  "last_step" bigint DEFAULT 0 NOT NULL,
  "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
  "operator_id" uuid NOT NULL,
  "code_hash" "bytea" NOT NULL,
  "used_at" timestamp (3) with time zone,
  CONSTRAINT "recovery_codes_pk" PRIMARY KEY("operator_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "security_settings" (
  "only" integer PRIMARY KEY DEFAULT 1 NOT NULL,
  "second_factor_roles" text[] DEFAULT '{}' NOT NULL,
  "version" integer DEFAULT 1 NOT NULL,
  CONSTRAINT "security_settings_one_row" CHECK ("only" = 1),
  CONSTRAINT "security_settings_roles" CHECK (second_factor_roles <@ array['auditor', 'issuer', 'partner', 'administrator'])
);
--> statement-breakpoint
insert into security_settings default values;
--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- `enrols`: its operator must add a second factor before anything else.
alter table sessions add column verified_at timestamp (3) with time zone not null default now(), add column enrols boolean not null default false;
--> statement-breakpoint
-- One's own password and no other: the role that may write the column belongs to this function alone.
create function set_own_password(hash text) returns void
language sql security definer set search_path = '' as $$
  update public.operators set password_hash = hash, version = version + 1, updated_at = now()
  where id = nullif(current_setting('app.operator_id', true), '')::uuid
$$;
--> statement-breakpoint
do $$
declare
  p constant text := '{{prefix}}';
  r text;
  t text;
  oneself constant text := $q$nullif(current_setting('app.operator_id', true), '')::uuid$q$;
begin
  foreach t in array array['second_factors', 'recovery_codes', 'security_settings'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['second_factors', 'recovery_codes'] loop
    foreach r in array array['administrator', 'partner', 'issuer', 'auditor'] loop
      execute format('create policy %I on %I for all to %I using (operator_id = %s) with check (operator_id = %s)', r, t, p || r, oneself, oneself);
      execute format('grant select, insert, delete on %I to %I', t, p || r);
    end loop;
    execute format('create policy gate on %I for all to %I using (true) with check (true)', t, p || 'gate');
    execute format('grant select on %I to %I', t, p || 'gate');
  end loop;
  foreach r in array array['administrator', 'partner', 'issuer', 'auditor'] loop
    execute format('grant update (confirmed_at, last_step) on second_factors to %I', p || r);
    execute format('create policy %I on security_settings for select to %I using (true)', r, p || r);
    execute format('grant select on security_settings to %I', p || r);
  end loop;
  execute format('grant update (last_step) on second_factors to %I', p || 'gate');
  execute format('grant update (used_at) on recovery_codes to %I', p || 'gate');
  execute format('create policy gate on security_settings for select to %I using (true)', p || 'gate');
  execute format('grant select on security_settings to %I', p || 'gate');
  execute format('create policy administrator_update on security_settings for update to %I using (true) with check (true)', p || 'administrator');
  execute format('grant update (second_factor_roles, version) on security_settings to %I', p || 'administrator');

  execute format('grant update (verified_at) on sessions to %I', p || 'gate');
  execute format('grant update (name) on operators to %I', p || 'auditor');
  execute format('create policy registrar_update on operators for update to %I using (true) with check (true)', p || 'registrar');
  execute format('grant update (password_hash, version, updated_at) on operators to %I', p || 'registrar');
  execute format('grant select (version) on operators to %I', p || 'registrar');
  execute format('grant %I to %I%s', p || 'registrar', current_user,
    case when current_setting('server_version_num')::int >= 160000 then ' with inherit false, set true' else '' end);
  execute format('grant create on schema public to %I', p || 'registrar');
  revoke all on function set_own_password(text) from public;
  foreach r in array array['administrator', 'partner', 'issuer', 'auditor'] loop
    execute format('grant execute on function set_own_password(text) to %I', p || r);
  end loop;
  execute format('alter function set_own_password(text) owner to %I', p || 'registrar');
  execute format('revoke create on schema public from %I', p || 'registrar');
  execute format('revoke %I from %I', p || 'registrar', current_user);
end $$;
