-- What a client service signs with: the current certificate of its wallet.
ALTER TABLE "client_services" ADD COLUMN "wallet_id" uuid;--> statement-breakpoint
ALTER TABLE "client_services" ADD CONSTRAINT "client_services_wallet" FOREIGN KEY ("wallet_id","issuer_id") REFERENCES "public"."wallets"("id","issuer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "client_services_wallet_idx" ON "client_services" USING btree ("wallet_id");--> statement-breakpoint
-- Every service signs from the wallet that its issuer has. The owner sees neither while row-level security is forced on it.
alter table client_services no force row level security;
--> statement-breakpoint
alter table wallets no force row level security;
--> statement-breakpoint
update client_services s set wallet_id = w.id from wallets w where w.issuer_id = s.issuer_id and w.principal;
--> statement-breakpoint
alter table client_services force row level security;
--> statement-breakpoint
alter table wallets force row level security;
