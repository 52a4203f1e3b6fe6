-- What an operator keeps of its lists for itself: named views and the choice of columns.
CREATE TABLE "saved_views" (
  "id" uuid PRIMARY KEY NOT NULL,
  "operator_id" uuid NOT NULL,
  "list" text NOT NULL,
  "name" text NOT NULL,
  "query" text NOT NULL,
  "is_default" boolean DEFAULT false NOT NULL,
  "version" integer DEFAULT 1 NOT NULL,
  "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "saved_views_list" CHECK (list ~ '^[a-z-]{1,40}$'),
  CONSTRAINT "saved_views_text" CHECK (length(name) between 1 and 60 and length(query) <= 4000)
);
--> statement-breakpoint
CREATE TABLE "list_columns" (
  "operator_id" uuid NOT NULL,
  "list" text NOT NULL,
  "columns" text NOT NULL,
  "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "list_columns_pk" PRIMARY KEY("operator_id","list"),
  CONSTRAINT "list_columns_list" CHECK (list ~ '^[a-z-]{1,40}$'),
  CONSTRAINT "list_columns_text" CHECK (columns ~ '^[a-z,-]+$' and length(columns) <= 400)
);
--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "list_columns" ADD CONSTRAINT "list_columns_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("operator_id","list",lower("name"));
--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_default" ON "saved_views" USING btree ("operator_id","list") WHERE is_default;
--> statement-breakpoint
CREATE INDEX "saved_views_order" ON "saved_views" USING btree ("operator_id","list","created_at");
--> statement-breakpoint
-- The second fence: an administrator's views are as much its own as anybody's.
do $$
declare
  p constant text := '{{prefix}}';
  oneself constant text := $q$nullif(current_setting('app.operator_id', true), '')::uuid$q$;
  t text;
  r text;
begin
  foreach t in array array['saved_views', 'list_columns'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    foreach r in array array['administrator', 'partner', 'issuer', 'auditor'] loop
      execute format('create policy %I on %I for all to %I using (operator_id = %s) with check (operator_id = %s)', r, t, p || r, oneself, oneself);
      execute format('grant select, insert, delete on %I to %I', t, p || r);
    end loop;
  end loop;
  foreach r in array array['administrator', 'partner', 'issuer', 'auditor'] loop
    execute format('grant update (name, query, is_default, version, updated_at) on saved_views to %I', p || r);
    execute format('grant update (columns, updated_at) on list_columns to %I', p || r);
  end loop;
end $$;
