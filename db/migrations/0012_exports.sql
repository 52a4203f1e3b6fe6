-- Exports that are written in the background, and their files in pieces. Each is its operator's own.
CREATE TABLE "exports" (
  "id" uuid PRIMARY KEY NOT NULL,
  "operator_id" uuid NOT NULL,
  "list" text NOT NULL,
  "format" text NOT NULL,
  "input" jsonb NOT NULL,
  "columns" text[] NOT NULL,
  "standing" jsonb NOT NULL,
  "address" text NOT NULL,
  "state" text DEFAULT 'waiting' NOT NULL,
  "failure" text,
  "announced" bigint,
  "rows" bigint DEFAULT 0 NOT NULL,
  "bytes" bigint DEFAULT 0 NOT NULL,
  "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  "started_at" timestamp (3) with time zone,
  "finished_at" timestamp (3) with time zone,
  "expires_at" timestamp (3) with time zone,
  CONSTRAINT "exports_format" CHECK (format in ('csv', 'xlsx')),
  CONSTRAINT "exports_state" CHECK (state in ('waiting', 'running', 'done', 'failed', 'cancelled', 'expired')),
  CONSTRAINT "exports_failure" CHECK (failure in ('rights', 'fault'))
);
--> statement-breakpoint
CREATE TABLE "export_chunks" (
  "export_id" uuid NOT NULL,
  "seq" integer NOT NULL,
  "operator_id" uuid NOT NULL,
  "data" "bytea" NOT NULL,
  CONSTRAINT "export_chunks_pk" PRIMARY KEY("export_id","seq")
);
--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "export_chunks" ADD CONSTRAINT "export_chunks_export_id_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."exports"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "exports_own" ON "exports" USING btree ("operator_id","created_at");
--> statement-breakpoint
CREATE INDEX "exports_expiry" ON "exports" USING btree ("expires_at");
--> statement-breakpoint
-- Written once and read whole: squeezing a mebibyte costs more than writing it, and XLSX is squeezed already.
ALTER TABLE "export_chunks" ALTER COLUMN "data" SET STORAGE EXTERNAL;
--> statement-breakpoint
do $$
declare
  p constant text := '{{prefix}}';
  oneself constant text := $q$nullif(current_setting('app.operator_id', true), '')::uuid$q$;
  t text;
  r text;
begin
  foreach t in array array['exports', 'export_chunks'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy system on %I for all to %I using (true) with check (true)', t, p || 'system');
  end loop;
  execute format('grant select, update, delete on exports to %I', p || 'system');
  execute format('grant select, insert, delete on export_chunks to %I', p || 'system');
  foreach r in array array['administrator', 'partner', 'issuer', 'auditor'] loop
    execute format('create policy %I on exports for all to %I using (operator_id = %s) with check (operator_id = %s)', r, p || r, oneself, oneself);
    execute format('grant select, insert, delete on exports to %I', p || r);
    execute format('grant update (state, finished_at) on exports to %I', p || r);
    execute format('create policy %I on export_chunks for select to %I using (operator_id = %s)', r, p || r, oneself);
    execute format('grant select on export_chunks to %I', p || r);
  end loop;
end $$;
--> statement-breakpoint
-- One task more, and auditors export too.
create or replace function enqueue(task text, payload json, key text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if task not in ('partitions_ahead', 'reconcile_usage', 'clean_up', 'export_list') then
    raise exception 'unknown task %', task using errcode = '22023';
  end if;
  perform graphile_worker.add_job(identifier => task, payload => payload, job_key => key);
end $$;
--> statement-breakpoint
do $$
begin
  execute format('grant execute on function enqueue(text, json, text) to %I', '{{prefix}}auditor');
end $$;
