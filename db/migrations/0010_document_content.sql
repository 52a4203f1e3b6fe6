-- Contents of documents, and the credentials with which a client service asks for them.
CREATE TABLE "contents" (
  "partner_id" uuid NOT NULL,
  "issuer_id" uuid NOT NULL,
  "sha256" "bytea" NOT NULL,
  "size_bytes" bigint NOT NULL,
  "place" text NOT NULL,
  "begun_at" timestamp (3) with time zone NOT NULL,
  "kept_at" timestamp (3) with time zone,
  CONSTRAINT "contents_pk" PRIMARY KEY("partner_id","issuer_id","sha256"),
  CONSTRAINT "contents_sha256" CHECK (octet_length(sha256) = 32),
  CONSTRAINT "contents_place" CHECK (place in ('postgres', 's3')),
  CONSTRAINT "contents_size" CHECK (size_bytes >= 0)
);
--> statement-breakpoint
CREATE TABLE "content_chunks" (
  "partner_id" uuid NOT NULL,
  "issuer_id" uuid NOT NULL,
  "sha256" "bytea" NOT NULL,
  "n" integer NOT NULL,
  "bytes" "bytea" NOT NULL,
  CONSTRAINT "content_chunks_pk" PRIMARY KEY("partner_id","issuer_id","sha256","n")
);
--> statement-breakpoint
-- A signed PDF is compressed already: trying again costs time and gains nothing.
alter table content_chunks alter column bytes set storage external;
--> statement-breakpoint
CREATE TABLE "document_contents" (
  "partner_id" uuid NOT NULL,
  "issuer_id" uuid NOT NULL,
  "service_id" uuid NOT NULL,
  "operation_id" uuid NOT NULL,
  "seq" integer NOT NULL,
  "sha256" "bytea" NOT NULL,
  "stored_at" timestamp (3) with time zone NOT NULL,
  CONSTRAINT "document_contents_pk" PRIMARY KEY("partner_id","operation_id","seq")
);
--> statement-breakpoint
CREATE TABLE "service_secrets" (
  "id" uuid PRIMARY KEY NOT NULL,
  "partner_id" uuid NOT NULL,
  "issuer_id" uuid NOT NULL,
  "service_id" uuid NOT NULL,
  "secret_hash" text NOT NULL,
  "created_at" timestamp (3) with time zone NOT NULL,
  "expires_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "service_tokens" (
  "id" uuid PRIMARY KEY NOT NULL,
  "partner_id" uuid NOT NULL,
  "issuer_id" uuid NOT NULL,
  "service_id" uuid NOT NULL,
  "token_hash" "bytea" NOT NULL,
  "created_at" timestamp (3) with time zone NOT NULL,
  "expires_at" timestamp (3) with time zone NOT NULL,
  "address" text NOT NULL,
  CONSTRAINT "service_tokens_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
-- Before FORCE, and over tables that are empty: the owner could not see what it has to check.
ALTER TABLE "document_contents" ADD CONSTRAINT "document_contents_content" FOREIGN KEY ("partner_id","issuer_id","sha256") REFERENCES "public"."contents"("partner_id","issuer_id","sha256") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "service_secrets" ADD CONSTRAINT "service_secrets_service" FOREIGN KEY ("service_id","issuer_id","partner_id") REFERENCES "public"."client_services"("id","issuer_id","partner_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "service_tokens" ADD CONSTRAINT "service_tokens_service" FOREIGN KEY ("service_id","issuer_id","partner_id") REFERENCES "public"."client_services"("id","issuer_id","partner_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "contents_unkept" ON "contents" USING btree ("begun_at") WHERE kept_at is null;--> statement-breakpoint
CREATE INDEX "document_contents_sha256" ON "document_contents" USING btree ("issuer_id","sha256");--> statement-breakpoint
CREATE INDEX "service_secrets_service" ON "service_secrets" USING btree ("service_id","created_at");--> statement-breakpoint
CREATE INDEX "service_tokens_expiry" ON "service_tokens" USING btree ("expires_at");
--> statement-breakpoint
do $$
declare
  p constant text := '{{prefix}}';
  t text;
  own_partner constant text := $q$nullif(current_setting('app.partner_id', true), '')::uuid$q$;
  own_issuer constant text := $q$nullif(current_setting('app.issuer_id', true), '')::uuid$q$;
  own_service constant text := $q$nullif(current_setting('app.service_id', true), '')::uuid$q$;
  -- A subquery of its own (an initplan): written plainly it would be evaluated for every row.
  granted constant text := $q$any ((select array_agg(g.issuer_id) from audit_accesses g where g.auditor_id = nullif(current_setting('app.operator_id', true), '')::uuid
    and g.ended_at is null and installation_day() between g.valid_from and g.valid_to)::uuid[])$q$;
begin
  foreach t in array array['contents', 'content_chunks', 'document_contents', 'service_secrets', 'service_tokens'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy system on %I for all to %I using (true) with check (true)', t, p || 'system');
  end loop;

  -- Content opens for its issuer and for auditors while their grant is valid. Administrator and partner have no grant.
  foreach t in array array['contents', 'content_chunks', 'document_contents'] loop
    execute format('create policy issuer on %I for select to %I using (issuer_id = %s and partner_id = %s)', t, p || 'issuer', own_issuer, own_partner);
    execute format('create policy auditor on %I for select to %I using (issuer_id = %s)', t, p || 'auditor', granted);
    execute format('grant select on %I to %I, %I, %I', t, p || 'issuer', p || 'auditor', p || 'client_service');
  end loop;

  -- A client service reads what is its own. Contents belong to the issuer: of them it reads what a document of its has.
  foreach t in array array['operations', 'documents', 'operation_keys', 'document_contents'] loop
    execute format('create policy client_service on %I for select to %I using (service_id = %s and issuer_id = %s and partner_id = %s)',
      t, p || 'client_service', own_service, own_issuer, own_partner);
  end loop;
  foreach t in array array['contents', 'content_chunks'] loop
    execute format('create policy client_service on %I for select to %I using (issuer_id = %s and partner_id = %s
      and exists (select from document_contents d where d.issuer_id = %I.issuer_id and d.sha256 = %I.sha256))',
      t, p || 'client_service', own_issuer, own_partner, t, t);
  end loop;
  execute format('grant select on operations, documents, operation_keys to %I', p || 'client_service');

  -- The engine's content comes in as system; of a registered document nothing changes but that its content is there.
  execute format('grant select, insert, delete on contents, content_chunks to %I', p || 'system');
  execute format('grant update (place, begun_at, kept_at) on contents to %I', p || 'system');
  execute format('grant select, insert on document_contents to %I', p || 'system');
  execute format('grant update (stored) on documents to %I', p || 'system');
  execute format('grant insert on service_secrets to %I', p || 'system');
  execute format('grant select, delete on service_tokens to %I', p || 'system');

  -- The gate knows client services by alias and secret, and their tokens.
  execute format('create policy gate on client_services for select to %I using (true)', p || 'gate');
  execute format('grant select (id, partner_id, issuer_id, alias, status) on client_services to %I', p || 'gate');
  execute format('create policy gate on service_secrets for select to %I using (true)', p || 'gate');
  execute format('grant select on service_secrets to %I', p || 'gate');
  execute format('create policy gate on service_tokens for all to %I using (true) with check (true)', p || 'gate');
  execute format('grant select, insert on service_tokens to %I', p || 'gate');
end $$;
