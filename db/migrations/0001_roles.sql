-- Roles are shared by a cluster: every name carries {{prefix}}, and another database may be migrating right now.
do $$
declare
  r text;
  shared constant boolean := current_setting('server_version_num')::int >= 160000;
  entered constant text[] := array['administrator', 'partner', 'issuer', 'auditor', 'client_service', 'gate', 'guest', 'system'];
begin
  foreach r in array entered || array['search', 'ledger'] loop
    if not exists (select from pg_roles where rolname = '{{prefix}}' || r) then
      begin
        execute format('create role %I nologin noinherit', '{{prefix}}' || r);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
  foreach r in array entered loop
    if not pg_has_role('{{app}}', '{{prefix}}' || r, 'member') then
      execute format('grant %I to %I%s', '{{prefix}}' || r, '{{app}}',
        case when shared then ' with inherit false, set true' else '' end);
    end if;
  end loop;
end $$;
--> statement-breakpoint
revoke all on schema public from public;
--> statement-breakpoint
do $$
declare r text;
begin
  foreach r in array array['administrator', 'partner', 'issuer', 'auditor', 'client_service', 'gate', 'guest', 'system', 'search', 'ledger'] loop
    execute format('grant usage on schema public to %I', '{{prefix}}' || r);
  end loop;
end $$;
--> statement-breakpoint
-- The service owner's own row stands for direct issuers. Written before FORCE: afterwards the owner sees no row.
insert into partners (id, code, type, name, email, invoice_address, contact, language, status, registered_at)
values ('{{house}}', 'PRT.000000000', 'HOUSE', 'Sign''Stash', 'house@signstash.invalid', '', '', 'pt', 'active', now());
--> statement-breakpoint
insert into installation (time_zone, house_partner_id) values ('{{timeZone}}', '{{house}}');
