-- An auditor's policies asked for the day once per grant, in each table of a statement: 60 grants, 240 calls of a
-- function. As a subquery it is asked once a table.
do $$
declare
  t text;
  granted constant text := $q$any ((select array_agg(g.%s) from audit_accesses g where g.auditor_id = nullif(current_setting('app.operator_id', true), '')::uuid
    and g.ended_at is null and (select installation_day()) between g.valid_from and g.valid_to)::uuid[])$q$;
begin
  foreach t in array array['operations', 'documents', 'usage_day', 'usage_delta', 'client_services'] loop
    execute format('alter policy auditor on %I using (issuer_id = %s)', t, format(granted, 'issuer_id'));
  end loop;
  execute format('alter policy auditor on issuers using (id = %s)', format(granted, 'issuer_id'));
  execute format('alter policy auditor on partners using (id = %s)', format(granted, 'partner_id'));
end $$;
--> statement-breakpoint
-- Days of some issuers: the primary key has the day behind service and payer, and reads all months of them. Without the
-- counters, so that a fold still updates a row in place.
create index usage_day_issuer on usage_day (issuer_id, day);
