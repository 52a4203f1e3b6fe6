-- The only way into the queue: a literal list of tasks, inside the caller's transaction. graphile-worker's tables have
-- policies of their own, so its add_job fails under our roles; owned by the owner, this function passes.
create function enqueue(task text, payload json, key text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if task not in ('partitions_ahead', 'reconcile_usage', 'clean_up') then
    raise exception 'unknown task %', task using errcode = '22023';
  end if;
  perform graphile_worker.add_job(identifier => task, payload => payload, job_key => key);
end $$;
--> statement-breakpoint
revoke all on function enqueue(text, json, text) from public;
--> statement-breakpoint
do $$
declare r text;
begin
  foreach r in array array['administrator', 'partner', 'issuer', 'client_service', 'gate', 'guest', 'system'] loop
    execute format('grant execute on function enqueue(text, json, text) to %I', '{{prefix}}' || r);
  end loop;
end $$;
