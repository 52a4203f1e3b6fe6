create extension if not exists pg_trgm;
--> statement-breakpoint
create extension if not exists btree_gin;
--> statement-breakpoint
CREATE TABLE "audit_accesses" (
  "id" uuid PRIMARY KEY NOT NULL,
  "partner_id" uuid NOT NULL,
  "issuer_id" uuid NOT NULL,
  "auditor_id" uuid NOT NULL,
  "valid_from" date NOT NULL,
  "valid_to" date NOT NULL,
  "granted_by" uuid NOT NULL,
  "ended_at" timestamp (3) with time zone,
  "version" integer DEFAULT 1 NOT NULL,
  "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "audit_accesses_period" CHECK (valid_from <= valid_to)
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
  "tenant" uuid PRIMARY KEY NOT NULL,
  "seq" bigint NOT NULL,
  "hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
  "tenant" uuid NOT NULL,
  "seq" bigint NOT NULL,
  "at" timestamp (3) with time zone NOT NULL,
  "partner_id" uuid,
  "issuer_id" uuid,
  "entry" text NOT NULL,
  "hash" "bytea" NOT NULL,
  CONSTRAINT "audit_log_pk" PRIMARY KEY("tenant","seq")
);
--> statement-breakpoint
CREATE TABLE "client_services" (
  "id" uuid PRIMARY KEY NOT NULL,
  "partner_id" uuid NOT NULL,
  "issuer_id" uuid NOT NULL,
  "alias" text NOT NULL,
  "name" text NOT NULL,
  "information" text DEFAULT '' NOT NULL,
  "language" text NOT NULL,
  "bundle" text NOT NULL,
  "status" text NOT NULL,
  "version" integer DEFAULT 1 NOT NULL,
  "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "client_services_alias_unique" UNIQUE("alias"),
  CONSTRAINT "client_services_id_issuer_partner" UNIQUE("id","issuer_id","partner_id"),
  CONSTRAINT "client_services_status" CHECK (status in ('registered', 'active', 'suspended', 'blocked', 'deleted')),
  CONSTRAINT "client_services_language" CHECK (language in ('pt', 'en'))
);
--> statement-breakpoint
CREATE TABLE "documents" (
  "operation_id" uuid NOT NULL,
  "seq" integer NOT NULL,
  "partner_id" uuid NOT NULL,
  "issuer_id" uuid NOT NULL,
  "service_id" uuid NOT NULL,
  "received_at" timestamp (3) with time zone NOT NULL,
  "reference" text NOT NULL,
  "name" text,
  "mime_type" text,
  "size_bytes" bigint,
  "sha256" "bytea" NOT NULL,
  "status" text NOT NULL,
  "error_code" text,
  "signature_format" text,
  "signature_level" text,
  "time_stamp_at" timestamp (3) with time zone,
  "invoice_number" text,
  "atcud" text,
  "recipient_nif" text,
  "total" numeric(14, 2),
  "custody_until" date,
  "stored" boolean NOT NULL,
  "search_text" text GENERATED ALWAYS AS (lower(reference || ' ' || coalesce(name, '') || ' ' || coalesce(invoice_number, '') || ' ' || coalesce(recipient_nif, ''))) STORED,
  CONSTRAINT "documents_pk" PRIMARY KEY("partner_id","received_at","operation_id","seq"),
  CONSTRAINT "documents_status" CHECK (status in ('RECEIVED', 'SIGNING', 'SIGNED', 'FAILED', 'NOTIFIED', 'ARCHIVED', 'PURGED')),
  CONSTRAINT "documents_sha256" CHECK (octet_length(sha256) = 32),
  CONSTRAINT "documents_seq" CHECK (seq >= 1)
) PARTITION BY RANGE ("received_at");
--> statement-breakpoint
CREATE TABLE "installation" (
  "only" integer PRIMARY KEY DEFAULT 1 NOT NULL,
  "time_zone" text NOT NULL,
  "house_partner_id" uuid NOT NULL,
  "demo" integer DEFAULT 0 NOT NULL,
  CONSTRAINT "installation_one_row" CHECK ("only" = 1)
);
--> statement-breakpoint
CREATE TABLE "issuers" (
  "id" uuid PRIMARY KEY NOT NULL,
  "partner_id" uuid NOT NULL,
  "code" text NOT NULL,
  "name" text NOT NULL,
  "email" text NOT NULL,
  "invoice_address" text NOT NULL,
  "contact" text NOT NULL,
  "language" text NOT NULL,
  "bundle" text NOT NULL,
  "status" text NOT NULL,
  "blocked_by" uuid,
  "registered_at" timestamp (3) with time zone NOT NULL,
  "version" integer DEFAULT 1 NOT NULL,
  "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "issuers_code_unique" UNIQUE("code"),
  CONSTRAINT "issuers_id_partner" UNIQUE("id","partner_id"),
  CONSTRAINT "issuers_status" CHECK (status in ('registered', 'active', 'suspended', 'blocked', 'deleted')),
  CONSTRAINT "issuers_language" CHECK (language in ('pt', 'en'))
);
--> statement-breakpoint
CREATE TABLE "leases" (
  "name" text PRIMARY KEY NOT NULL,
  "holder" text NOT NULL,
  "until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "limiter" (
  "key" text PRIMARY KEY NOT NULL,
  "points" integer DEFAULT 0 NOT NULL,
  "expire" bigint
);
--> statement-breakpoint
CREATE TABLE "operation_keys" (
  "partner_id" uuid NOT NULL,
  "service_id" uuid NOT NULL,
  "external_ref" text NOT NULL,
  "issuer_id" uuid NOT NULL,
  "operation_id" uuid NOT NULL,
  "content_hash" "bytea" NOT NULL,
  CONSTRAINT "operation_keys_pk" PRIMARY KEY("partner_id","service_id","external_ref")
);
--> statement-breakpoint
CREATE TABLE "operations" (
  "id" uuid NOT NULL,
  "partner_id" uuid NOT NULL,
  "issuer_id" uuid NOT NULL,
  "service_id" uuid NOT NULL,
  "payer_kind" text NOT NULL,
  "payer_id" uuid NOT NULL,
  "received_at" timestamp (3) with time zone NOT NULL,
  "finished_at" timestamp (3) with time zone,
  "local_day" date NOT NULL,
  "external_ref" text NOT NULL,
  "type" text NOT NULL,
  "source" text NOT NULL,
  "status" text NOT NULL,
  "error_code" text,
  "certificate" text,
  "item_count" integer NOT NULL,
  "signed_count" integer NOT NULL,
  "failed_count" integer NOT NULL,
  "bytes" bigint NOT NULL,
  "folder_name" text,
  "recipients" text[],
  "custody_until" date,
  CONSTRAINT "operations_pk" PRIMARY KEY("partner_id","received_at","id"),
  CONSTRAINT "operations_type" CHECK (type in ('DOCUMENT', 'HASH', 'TEST')),
  CONSTRAINT "operations_source" CHECK (source in ('API_SYNC', 'API_ASYNC', 'PROXY', 'HOT_FOLDER', 'BACKOFFICE')),
  CONSTRAINT "operations_status" CHECK (status in ('RECEIVED', 'PROCESSING', 'COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED')),
  CONSTRAINT "operations_payer_kind" CHECK (payer_kind in ('ISSUER', 'PARTNER')),
  CONSTRAINT "operations_counts" CHECK (item_count >= signed_count + failed_count and signed_count >= 0 and failed_count >= 0)
) PARTITION BY RANGE ("received_at");
--> statement-breakpoint
CREATE TABLE "operators" (
  "id" uuid PRIMARY KEY NOT NULL,
  "role" text NOT NULL,
  "partner_id" uuid,
  "issuer_id" uuid,
  "email" text NOT NULL,
  "name" text NOT NULL,
  "password_hash" text,
  "status" text NOT NULL,
  "language" text NOT NULL,
  "theme" text DEFAULT 'system' NOT NULL,
  "last_sign_in_at" timestamp (3) with time zone,
  "version" integer DEFAULT 1 NOT NULL,
  "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "operators_role" CHECK (role in ('auditor', 'issuer', 'partner', 'administrator')),
  CONSTRAINT "operators_status" CHECK (status in ('registered', 'active', 'suspended', 'blocked', 'deleted')),
  CONSTRAINT "operators_language" CHECK (language in ('pt', 'en')),
  CONSTRAINT "operators_theme" CHECK (theme in ('light', 'dark', 'system')),
  CONSTRAINT "operators_company_by_role" CHECK (case role when 'partner' then partner_id is not null and issuer_id is null
        when 'issuer' then partner_id is not null and issuer_id is not null
        else partner_id is null and issuer_id is null end)
);
--> statement-breakpoint
CREATE TABLE "partners" (
  "id" uuid PRIMARY KEY NOT NULL,
  "code" text NOT NULL,
  "type" text NOT NULL,
  "name" text NOT NULL,
  "email" text NOT NULL,
  "invoice_address" text NOT NULL,
  "contact" text NOT NULL,
  "language" text NOT NULL,
  "status" text NOT NULL,
  "blocked_by" uuid,
  "registered_at" timestamp (3) with time zone NOT NULL,
  "version" integer DEFAULT 1 NOT NULL,
  "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "partners_code_unique" UNIQUE("code"),
  CONSTRAINT "partners_type" CHECK (type in ('INTEGRATOR', 'RESELLER', 'HOUSE')),
  CONSTRAINT "partners_status" CHECK (status in ('registered', 'active', 'suspended', 'blocked', 'deleted')),
  CONSTRAINT "partners_language" CHECK (language in ('pt', 'en'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
  "id" uuid PRIMARY KEY NOT NULL,
  "operator_id" uuid NOT NULL,
  "token_hash" "bytea" NOT NULL,
  "created_at" timestamp (3) with time zone NOT NULL,
  "last_seen_at" timestamp (3) with time zone NOT NULL,
  "expires_at" timestamp (3) with time zone NOT NULL,
  "ended_at" timestamp (3) with time zone,
  "address" text NOT NULL,
  "user_agent" text NOT NULL,
  CONSTRAINT "sessions_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "usage_day" (
  "partner_id" uuid NOT NULL,
  "issuer_id" uuid NOT NULL,
  "service_id" uuid NOT NULL,
  "payer_kind" text NOT NULL,
  "payer_id" uuid NOT NULL,
  "day" date NOT NULL,
  "received" bigint DEFAULT 0 NOT NULL,
  "processing" bigint DEFAULT 0 NOT NULL,
  "completed" bigint DEFAULT 0 NOT NULL,
  "completed_with_errors" bigint DEFAULT 0 NOT NULL,
  "failed" bigint DEFAULT 0 NOT NULL,
  "cancelled" bigint DEFAULT 0 NOT NULL,
  "signed_documents" bigint DEFAULT 0 NOT NULL,
  "signed_hashes" bigint DEFAULT 0 NOT NULL,
  "failed_items" bigint DEFAULT 0 NOT NULL,
  "bytes" bigint DEFAULT 0 NOT NULL,
  "notifications" bigint DEFAULT 0 NOT NULL,
  CONSTRAINT "usage_day_pk" PRIMARY KEY("partner_id","issuer_id","service_id","payer_kind","payer_id","day")
);
--> statement-breakpoint
CREATE TABLE "usage_delta" (
  "partner_id" uuid NOT NULL,
  "issuer_id" uuid NOT NULL,
  "service_id" uuid NOT NULL,
  "payer_kind" text NOT NULL,
  "payer_id" uuid NOT NULL,
  "day" date NOT NULL,
  "status" text NOT NULL,
  "operations" integer NOT NULL,
  "signed_documents" bigint DEFAULT 0 NOT NULL,
  "signed_hashes" bigint DEFAULT 0 NOT NULL,
  "failed_items" bigint DEFAULT 0 NOT NULL,
  "bytes" bigint DEFAULT 0 NOT NULL,
  "notifications" bigint DEFAULT 0 NOT NULL,
  CONSTRAINT "usage_delta_status" CHECK (status in ('RECEIVED', 'PROCESSING', 'COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED')),
  CONSTRAINT "usage_delta_payer_kind" CHECK (payer_kind in ('ISSUER', 'PARTNER'))
);
--> statement-breakpoint
CREATE TABLE "usage_partner_day" (
  "partner_id" uuid NOT NULL,
  "day" date NOT NULL,
  "status" text NOT NULL,
  "operations" bigint DEFAULT 0 NOT NULL,
  "signed_documents" bigint DEFAULT 0 NOT NULL,
  "signed_hashes" bigint DEFAULT 0 NOT NULL,
  "failed_items" bigint DEFAULT 0 NOT NULL,
  "bytes" bigint DEFAULT 0 NOT NULL,
  "notifications" bigint DEFAULT 0 NOT NULL,
  CONSTRAINT "usage_partner_day_pk" PRIMARY KEY("partner_id","day","status")
);
--> statement-breakpoint
ALTER TABLE "audit_accesses" ADD CONSTRAINT "audit_accesses_auditor_id_operators_id_fk" FOREIGN KEY ("auditor_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_accesses" ADD CONSTRAINT "audit_accesses_granted_by_operators_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_accesses" ADD CONSTRAINT "audit_accesses_issuer" FOREIGN KEY ("issuer_id","partner_id") REFERENCES "public"."issuers"("id","partner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_services" ADD CONSTRAINT "client_services_issuer" FOREIGN KEY ("issuer_id","partner_id") REFERENCES "public"."issuers"("id","partner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issuers" ADD CONSTRAINT "issuers_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_service" FOREIGN KEY ("service_id","issuer_id","partner_id") REFERENCES "public"."client_services"("id","issuer_id","partner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operators" ADD CONSTRAINT "operators_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operators" ADD CONSTRAINT "operators_issuer" FOREIGN KEY ("issuer_id","partner_id") REFERENCES "public"."issuers"("id","partner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_accesses_auditor" ON "audit_accesses" USING btree ("auditor_id","issuer_id");--> statement-breakpoint
CREATE INDEX "audit_accesses_issuer_idx" ON "audit_accesses" USING btree ("issuer_id");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_log_partner" ON "audit_log" USING btree ("partner_id","at");--> statement-breakpoint
CREATE INDEX "audit_log_issuer" ON "audit_log" USING btree ("issuer_id","at");--> statement-breakpoint
CREATE INDEX "client_services_issuer" ON "client_services" USING btree ("issuer_id","alias");--> statement-breakpoint
CREATE INDEX "client_services_partner" ON "client_services" USING btree ("partner_id","alias");--> statement-breakpoint
CREATE INDEX "documents_search" ON "documents" USING gin ("partner_id","search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "issuers_partner_name" ON "issuers" USING btree ("partner_id","name");--> statement-breakpoint
CREATE INDEX "operations_issuer" ON "operations" USING btree ("issuer_id","received_at","id");--> statement-breakpoint
CREATE INDEX "operations_service_time" ON "operations" USING btree ("service_id","received_at","id");--> statement-breakpoint
CREATE INDEX "operations_time" ON "operations" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "operations_open" ON "operations" USING btree ("partner_id","status","received_at","id") WHERE status <> 'COMPLETED';--> statement-breakpoint
CREATE INDEX "operations_reference" ON "operations" USING btree ("partner_id",external_ref collate "C");--> statement-breakpoint
CREATE UNIQUE INDEX "operators_email" ON "operators" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "operators_company" ON "operators" USING btree ("partner_id","issuer_id");--> statement-breakpoint
CREATE INDEX "sessions_operator" ON "sessions" USING btree ("operator_id","created_at");