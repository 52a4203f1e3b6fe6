-- A service has one issuer and an issuer one partner. The planner multiplies the shares of both as if they were
-- independent, takes an issuer's rows for far fewer than they are, and sorts its whole window instead of reading a page
-- off the index. Dependencies tell it; they are kept per partition, since that is what is scanned.
create or replace function ensure_partitions(first_day date, last_day date) returns int
language plpgsql security definer set search_path = '' as $$
declare
  parent text;
  month date;
  child text;
  made int := 0;
begin
  foreach parent in array array['operations', 'documents'] loop
    for month in select generate_series(date_trunc('month', first_day), last_day, interval '1 month')::date loop
      child := parent || to_char(month, '_YYYY_MM');
      if to_regclass(format('public.%I', child)) is null then
        execute format('create table public.%I partition of public.%I for values from (%L) to (%L)',
          child, parent,
          to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
        execute format('create statistics public.%I (dependencies) on partner_id, issuer_id, service_id from public.%I',
          child || '_owners', child);
        made := made + 1;
      end if;
    end loop;
  end loop;
  return made;
end $$;
--> statement-breakpoint
do $$
declare child text;
begin
  for child in select inhrelid::regclass::text from pg_inherits where inhparent in ('public.operations'::regclass, 'public.documents'::regclass) loop
    execute format('create statistics public.%I (dependencies) on partner_id, issuer_id, service_id from public.%I', child || '_owners', child);
  end loop;
end $$;
