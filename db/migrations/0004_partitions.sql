-- Monthly partitions, UTC bounds, from the first to the last day named; those that exist are left alone.
create function ensure_partitions(first_day date, last_day date) returns int
language plpgsql security definer set search_path = '' as $$
declare
  parent text;
  month date;
  made int := 0;
begin
  foreach parent in array array['operations', 'documents'] loop
    for month in select generate_series(date_trunc('month', first_day), last_day, interval '1 month')::date loop
      if to_regclass(format('public.%I', parent || to_char(month, '_YYYY_MM'))) is null then
        execute format('create table public.%I partition of public.%I for values from (%L) to (%L)',
          parent || to_char(month, '_YYYY_MM'), parent,
          to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
        made := made + 1;
      end if;
    end loop;
  end loop;
  return made;
end $$;
--> statement-breakpoint
revoke all on function ensure_partitions(date, date) from public;
--> statement-breakpoint
do $$ begin execute format('grant execute on function ensure_partitions(date, date) to %I', '{{prefix}}system'); end $$;
--> statement-breakpoint
select ensure_partitions((now() - interval '1 month')::date, (now() + interval '3 months')::date);
