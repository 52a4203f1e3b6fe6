-- Which type a partner has from which local day on: a change takes effect at midnight, and who pays is decided by the day.
CREATE TABLE "partner_types" (
  "partner_id" uuid NOT NULL,
  "from_day" date NOT NULL,
  "type" text NOT NULL,
  "changed_by" uuid NOT NULL,
  "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "partner_types_pk" PRIMARY KEY("partner_id","from_day"),
  CONSTRAINT "partner_types_type" CHECK (type in ('INTEGRATOR', 'RESELLER'))
);
--> statement-breakpoint
ALTER TABLE "partner_types" ADD CONSTRAINT "partner_types_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
do $$
declare
  p constant text := '{{prefix}}';
begin
  execute 'alter table partner_types enable row level security';
  execute 'alter table partner_types force row level security';
  execute format('create policy administrator on partner_types for all to %I using (true) with check (true)', p || 'administrator');
  execute format('grant select, insert, delete on partner_types to %I', p || 'administrator');
  execute format('create policy partner on partner_types for select to %I using (partner_id = nullif(current_setting(''app.partner_id'', true), '''')::uuid)', p || 'partner');
  execute format('grant select on partner_types to %I', p || 'partner');
  execute format('create policy system on partner_types for select to %I using (true)', p || 'system');
  execute format('grant select on partner_types to %I', p || 'system');
  execute format('grant update (type, version, updated_at) on partners to %I', p || 'system');
end $$;
