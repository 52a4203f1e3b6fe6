-- A wallet stays while something is on its way into it, and not for its history.
ALTER TABLE "certificate_flows" DROP CONSTRAINT "certificate_flows_wallet";
--> statement-breakpoint
-- Roots that signatures are believed by, entered beside those that authorities deliver.
ALTER TABLE "authorities" ADD COLUMN "trusted_roots" text DEFAULT '' NOT NULL;--> statement-breakpoint
do $$
begin
  execute format('grant select (trusted_roots), update (trusted_roots) on authorities to %I', '{{prefix}}administrator');
end
$$;
