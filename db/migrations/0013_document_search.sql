-- Search over documents: exact, prefix and "contains" in reference, name, invoice number and recipient NIF, and by hash.
-- LIKE is not leakproof, so under row-level security it would lose its trigram index: this function reads as `search`,
-- applies the caller's scope itself and returns keys only; the rows are then read under the caller's own policies.
--
-- asked: texts {field: {mode, text}} with fields any, reference, name, invoice, nif and modes exact, prefix, contains;
--   hash (hexadecimal, whole or its beginning), kind (document, hash), partner, issuer, service, statuses [..].
-- Keys come in order of time, from `since` (included) to `until` (not), beyond the key (at, at_id, at_seq), at most `most`.
-- Documents of tests are left out, unless asked has `tests`.
--
-- A text may stand in every document or in one of millions, and nobody knows beforehand. So the newest operations of
-- the scope are walked first: a text that is common fills the page there. One that is not is rare, and the trigram
-- index finds it: the last month first, then three months at a time, since a text may be absent for a year and then stand in
-- everything. For auditors the partners of their issuers are named, with which that index begins, so that what others
-- have by the thousand is not looked at.
create function search_documents(asked jsonb, since timestamptz, until timestamptz, newest boolean, at timestamptz, at_id uuid, at_seq int, most int)
returns table (partner_id uuid, received_at timestamptz, operation_id uuid, seq int)
language plpgsql stable security definer set search_path = '' rows 51 as $$
declare
  role constant text := current_setting('role');
  own_partner constant uuid := nullif(current_setting('app.partner_id', true), '')::uuid;
  own_issuer constant uuid := nullif(current_setting('app.issuer_id', true), '')::uuid;
  direction constant text := case when newest then 'desc' else 'asc' end;
  beyond constant text := case when newest then '<' else '>' end;
  first_id constant uuid := case when newest then '00000000-0000-0000-0000-000000000000' else 'ffffffff-ffff-ffff-ffff-ffffffffffff' end;
  issuers uuid[];         -- scope and filter as issuers, where they are named
  partners uuid[];        -- an auditor's issuers belong to few partners, with whom the index begins
  few boolean;            -- the scope is a part of its partners: its operations are looked up one by one
  apart boolean;          -- they are walked issuer by issuer
  width int;              -- how many operations are walked
  tested constant text := case when asked ? 'tests' then '' else ' and o.type <> ''TEST''' end;
  owned text := '';       -- scope and filter by owner, of a table %1$s
  matching text := '';    -- what is asked of a document d
  indexed text := '';     -- the same for the trigram index, which knows runs of three letters or digits
  field text;
  said jsonb;
  plain text;
  pattern text;
  cell text;
  walk text;
  found int;
  seen int;
  low timestamptz := since;
  high timestamptz := until;
  edge timestamptz;
  months int := 0;
  w_at timestamptz[];
  w_id uuid[];
  w_partner uuid[];
  w_type text[];
begin
  case role
    when '{{prefix}}administrator' then null;
    when '{{prefix}}partner' then owned := format(' and %%1$s.partner_id = %L', own_partner);
    when '{{prefix}}issuer' then
      issuers := array[own_issuer];
      owned := format(' and %%1$s.partner_id = %L and %%1$s.issuer_id = %L', own_partner, own_issuer);
    when '{{prefix}}auditor' then
      select array_agg(g.issuer_id), array_agg(distinct g.partner_id) into issuers, partners from public.audit_accesses g
        where g.auditor_id = nullif(current_setting('app.operator_id', true), '')::uuid
          and g.ended_at is null and (select public.installation_day()) between g.valid_from and g.valid_to;
      issuers := coalesce(issuers, '{}');
      owned := format(' and %%1$s.issuer_id = any (%L::uuid[])', issuers)
        || case when cardinality(partners) = 1 then format(' and %%1$s.partner_id = %L', partners[1])
          else format(' and %%1$s.partner_id = any (%L::uuid[])', coalesce(partners, '{}')) end;
    else raise exception 'search is for operators' using errcode = '42501';
  end case;
  if asked ? 'issuer' then
    issuers := case when issuers is null or (asked->>'issuer')::uuid = any (issuers) then array[(asked->>'issuer')::uuid] else '{}' end;
    owned := owned || format(' and %%1$s.issuer_id = %L', (asked->>'issuer')::uuid);
  end if;
  if asked ? 'partner' then owned := owned || format(' and %%1$s.partner_id = %L', (asked->>'partner')::uuid); end if;
  if asked ? 'service' then owned := owned || format(' and %%1$s.service_id = %L', (asked->>'service')::uuid); end if;
  few := issuers is not null or asked ? 'service';
  apart := not asked ? 'service' and cardinality(issuers) <= 50;
  width := case when apart then greatest(100, least(600, 4000 / greatest(1, cardinality(issuers)))) when few then 600 else 3000 end;

  if asked ? 'kind' then matching := case asked->>'kind' when 'hash' then ' and d.name is null' else ' and d.name is not null' end; end if;
  if asked ? 'statuses' then matching := matching || format(' and d.status = any (%L::text[])', array(select jsonb_array_elements_text(asked->'statuses'))); end if;
  for field, said in select * from jsonb_each(coalesce(asked->'texts', '{}')) loop
    plain := replace(replace(replace(lower(said->>'text'), '\', '\\'), '%', '\%'), '_', '\_');
    pattern := case said->>'mode' when 'exact' then plain when 'prefix' then plain || '%' else '%' || plain || '%' end;
    cell := case field when 'reference' then 'reference' when 'name' then 'name' when 'invoice' then 'invoice_number' when 'nif' then 'recipient_nif' end;
    -- Said of an expression, it is not for the index.
    matching := matching || format(' and (d.search_text || '''') like %L', '%' || plain || '%');
    if plain ~ '[[:alnum:]]{3}' then indexed := indexed || format(' and d.search_text like %L', '%' || plain || '%'); end if;
    matching := matching || case when cell is not null then format(' and lower(d.%I) like %L', cell, pattern)
      else format(' and (lower(d.reference) like %1$L or lower(d.name) like %1$L or lower(d.invoice_number) like %1$L or lower(d.recipient_nif) like %1$L)', pattern) end;
  end loop;
  if asked ? 'hash' then
    if asked->>'hash' !~ '^[0-9a-f]{6,64}$' then raise exception 'not the beginning of a hash' using errcode = '22023'; end if;
    plain := left(asked->>'hash', 12);
    matching := matching || format(' and encode(d.sha256, ''hex'') like %L', (asked->>'hash') || '%');
    indexed := indexed || format(' and substr(d.sha256, 1, 6) between %L and %L', '\x' || rpad(plain, 12, '0'), '\x' || rpad(plain, 12, 'f'));
  end if;
  if at is not null then
    if newest then high := least(high, at + interval '1 ms'); else low := greatest(low, at); end if;
  end if;

  if not asked ? 'hash' then
    walk := 'select o.partner_id, o.received_at, o.id, o.type from public.operations o where %s' || format(owned, 'o')
      || format(' and o.received_at >= %L and o.received_at < %L', low, high)
      || case when at is null then '' else format(' and (o.received_at, o.id) %s= (%L, %L)', beyond, at, at_id) end
      || format(' order by o.received_at %1$s, o.id %1$s limit %2$s', direction, width);
    -- Issuer by issuer: over "any of them" everybody's operations would be walked, unless they are many.
    walk := case when apart then format('select o.* from unnest(%L::uuid[]) i (id) cross join lateral (', issuers) || format(walk, 'o.issuer_id = i.id')
        || format(') o order by o.received_at %1$s, o.id %1$s limit %2$s', direction, width)
      else format(walk, 'true') end;
    execute 'select count(*), array_agg(w.received_at), array_agg(w.id), array_agg(w.partner_id), array_agg(w.type) from (' || walk || ') w'
      into seen, w_at, w_id, w_partner, w_type;
    if seen = 0 then return; end if;
    return query execute 'select d.partner_id, d.received_at, d.operation_id, d.seq from (select d.* from '
      || case when few then 'unnest($1, $2, $3, $4) w (partner_id, received_at, id, type) cross join lateral (
            select d.partner_id, d.received_at, d.operation_id, d.seq from public.documents d where d.partner_id = w.partner_id and d.received_at = w.received_at and d.operation_id = w.id' || replace(tested, 'o.', 'w.')
          else 'unnest(array(select distinct p from unnest($1) p)) w (partner_id) cross join lateral (
            select d.partner_id, d.received_at, d.operation_id, d.seq from public.documents d where d.partner_id = w.partner_id' end
      || format(' and d.received_at between %L and %L', least(w_at[1], w_at[seen]), greatest(w_at[1], w_at[seen])) || format(owned, 'd') || matching || ' offset 0) d'
      || case when at is null then '' else format(' where (d.received_at, d.operation_id, d.seq) %s (%L, %L, %L)', beyond, at, at_id, at_seq) end
      || format(' order by d.received_at %1$s, d.operation_id %1$s, d.seq %1$s offset 0) d', direction)
      || case when few then '' else format(' cross join lateral (select from public.operations o where o.partner_id = d.partner_id and o.received_at = d.received_at
            and o.id = d.operation_id' || tested || ' and o.received_at between %L and %L offset 0) o', least(w_at[1], w_at[seen]), greatest(w_at[1], w_at[seen])) end
      || format(' order by d.received_at %1$s, d.operation_id %1$s, d.seq %1$s limit %2$s', direction, most)
      using w_partner, w_at, w_id, w_type;
    get diagnostics found = row_count;
    most := most - found;
    if most <= 0 or seen < width then return; end if;
    at := w_at[seen];
    -- What was looked up by stretch has taken all of its last millisecond with it.
    at_id := case when few then w_id[seen] else first_id end;
    at_seq := case when newest then 0 else 2147483647 end;
    if newest then high := at + interval '1 ms'; else low := at; end if;
  end if;

  while most > 0 and low < high loop
    edge := case when asked ? 'hash' then case when newest then low else high end
      when newest then greatest(low, date_trunc('month', high - interval '1 ms', 'UTC') - make_interval(months => months))
      else least(high, date_trunc('month', low, 'UTC') + make_interval(months => months + 1)) end;
    return query execute 'select d.partner_id, d.received_at, d.operation_id, d.seq from (
        select d.* from (select d.partner_id, d.received_at, d.operation_id, d.seq from public.documents d where true'
      || format(owned, 'd') || matching || indexed
      || format(' and d.received_at >= %L and d.received_at < %L', case when newest then edge else low end, case when newest then high else edge end)
      || case when at is null then '' else format(' and (d.received_at, d.operation_id, d.seq) %s (%L, %L, %L)', beyond, at, at_id, at_seq) end
      || format(' offset 0) d order by d.received_at %1$s, d.operation_id %1$s, d.seq %1$s offset 0) d', direction)
      || ' cross join lateral (select from public.operations o where o.partner_id = d.partner_id and o.received_at = d.received_at and o.id = d.operation_id' || tested
      || format(' and o.received_at >= %L and o.received_at < %L offset 0) o', case when newest then edge else low end, case when newest then high else edge end)
      || format(' order by d.received_at %1$s, d.operation_id %1$s, d.seq %1$s limit %2$s', direction, most);
    get diagnostics found = row_count;
    most := most - found;
    if newest then high := edge; else low := edge; end if;
    months := 2;
  end loop;
end $$;
--> statement-breakpoint
-- A hash is found by its first six bytes: a third of the size of an index on all of it, and no two documents share them by chance.
create index documents_hash on documents (substr(sha256, 1, 6));
--> statement-breakpoint
do $$
declare
  p constant text := '{{prefix}}';
  f constant text := 'search_documents(jsonb, timestamptz, timestamptz, boolean, timestamptz, uuid, int, int)';
  r text;
begin
  execute format('create policy search on operations for select to %I using (true)', p || 'search');
  execute format('grant select (id, partner_id, issuer_id, service_id, received_at, type) on operations to %I', p || 'search');
  execute format('grant select (operation_id, seq, received_at, partner_id, issuer_id, service_id, reference, name, invoice_number, recipient_nif, sha256, status, search_text) on documents to %I', p || 'search');
  execute format('grant %I to %I%s', p || 'search', current_user,
    case when current_setting('server_version_num')::int >= 160000 then ' with inherit false, set true' else '' end);
  execute format('grant create on schema public to %I', p || 'search');
  execute format('revoke all on function %s from public', f);
  foreach r in array array['administrator', 'partner', 'issuer', 'auditor'] loop
    execute format('grant execute on function %s to %I', f, p || r);
  end loop;
  execute format('alter function %s owner to %I', f, p || 'search');
  execute format('revoke create on schema public from %I', p || 'search');
  execute format('revoke %I from %I', p || 'search', current_user);
end $$;
