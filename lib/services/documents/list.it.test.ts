import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asActor, asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { todayIn } from '@/lib/clock';
import type { Actor } from '@/lib/domain/actor';
import { type DocumentKind, type DocumentPage, readDocumentPage } from '@/lib/domain/document-filter';
import type { RawParams } from '@/lib/domain/list-reader';
import { documentStatuses } from '@/lib/domain/operation';
import { readOperationPage } from '@/lib/domain/operation-filter';
import { listOperations } from '../operations';
import type { OperationRows } from '../operations/schemas';
import { runQuery } from '../run';
import { countDocuments } from './count';
import { exportDocuments } from './export';
import { listDocuments } from './list';
import type { DocumentRows } from './schemas';

const superuser = asSuperuser();
const today = todayIn('Europe/Lisbon');
let tenants: Tenants;
/** Everything that is stored, newest first. */
let all: Stored[];

type Stored = {
  id: string;
  partner: string;
  issuer: string;
  service: string;
  type: string;
  status: string;
  reference: string;
  name: string | null;
  invoice: string | null;
  nif: string | null;
  hash: string;
};

/** Texts that could be taken for patterns, accents, and what nearly everything or hardly anything has. */
const names = ['100%_pronto.pdf', 'C:\\faturas\\a.pdf', 'Fatura ÇÃO.pdf', 'fatura-acao.pdf', 'a/2.pdf'];

/** Operations of the last 80 days, so many that neither the walk nor one month holds them all. */
async function fill(count: number): Promise<void> {
  await superuser`select ensure_partitions((now() - interval '4 months')::date, now()::date)`;
  const services = Object.values(tenants.services);
  const owner = (field: 'id' | 'issuerId' | 'partnerId') => services.map((each) => each[field]);
  await superuser`
    with n as (
      select n, now() - n * interval '80 days' / ${count}::int as at, 1 + n % 3 as s, n % 11 as f,
        case when n % 29 = 0 then 'TEST' when n % 7 = 0 then 'HASH' else 'DOCUMENT' end as type from generate_series(1, ${count}::int) n
    ), o as (
      select n.*, date_trunc('milliseconds', at) as t, (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid as id,
        (${owner('id')}::uuid[])[s] as service, (${owner('issuerId')}::uuid[])[s] as issuer, (${owner('partnerId')}::uuid[])[s] as partner from n
    ), put as (
      insert into operations (id, partner_id, issuer_id, service_id, payer_kind, payer_id, received_at, local_day, external_ref, type, source, status, item_count, signed_count, failed_count, bytes)
      select id, partner, issuer, service, 'ISSUER', issuer, t, (t at time zone 'Europe/Lisbon')::date, 'REF-' || lpad(n::text, 5, '0'), type, 'API_SYNC', 'COMPLETED', 1 + n % 2, 0, 0, 0 from o
    )
    insert into documents (operation_id, seq, partner_id, issuer_id, service_id, received_at, reference, name, sha256, status, invoice_number, recipient_nif, stored)
    select id, seq, partner, issuer, service, t, 'REF-' || lpad(n::text, 5, '0'), case when type <> 'HASH' then coalesce((${names}::text[])[case when n % 400 < 5 then 1 + n % 400 end], 'documento-' || n || '.pdf') end,
      sha256(convert_to(n || ':' || seq, 'UTF8')), (${[...documentStatuses]}::text[])[1 + n % 7], case when f < 9 then 'FT 2026A/' || n end, case when f < 5 then (500000000 + n % 97)::text end, true
    from o cross join generate_series(1, 1 + n % 2) seq`;
  await superuser`analyze operations, documents`;
  all = await superuser<
    Stored[]
  >`select d.operation_id || '.' || d.seq as id, d.partner_id as partner, d.issuer_id as issuer, d.service_id as service, o.type, d.status,
      d.reference, d.name, d.invoice_number as invoice, d.recipient_nif as nif, encode(d.sha256, 'hex') as hash
    from documents d join operations o on o.id = d.operation_id and o.received_at = d.received_at order by d.received_at desc, d.operation_id desc, d.seq desc`;
}

beforeAll(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
  await fill(9_000);
});
afterAll(() => superuser.end());

const people = (): Record<string, Actor> => {
  const { operators, issuers } = tenants;
  return {
    administrator: actorOf(operators.administrator),
    partner: actorOf(operators.partner),
    foreignPartner: actorOf(operators.foreignPartner),
    issuer: actorOf(operators.issuer),
    auditor: actorOf(operators.auditor, { issuerIds: [issuers.padaria.id] }),
    idleAuditor: actorOf(operators.idleAuditor),
  };
};
const administrator = () => actorOf(tenants.operators.administrator);

/** Whose rows a role sees (product.md, section 1), told without the product's own tables. */
function sees(who: string, { partner, issuer }: Stored): boolean {
  const { partners, issuers } = tenants;
  if (who === 'administrator') return true;
  if (who === 'partner') return partner === partners.alfa.id;
  if (who === 'foreignPartner') return partner === partners.beta.id;
  return who !== 'idleAuditor' && issuer === issuers.padaria.id;
}

const ofKind = (kind: DocumentKind) => (each: Stored) =>
  each.type !== 'TEST' && (kind === 'hash') === (each.name === null);
const pageFor = (params: RawParams, kind: DocumentKind = 'document'): DocumentPage =>
  readDocumentPage(kind, params, today).page;

/** At most so many pages from the first on, as a reader turns them. */
async function read(actor: Actor, page: DocumentPage, pages = 4): Promise<string[][]> {
  const read: string[][] = [];
  let after: string | null = null;
  while (read.length < pages) {
    const { rows, next }: DocumentRows = await runQuery(actor, listDocuments, { ...page, after });
    read.push(rows.map(([id]) => id));
    after = rows.at(-1)?.[0] ?? null;
    if (!next) break;
  }
  return read;
}
const found = async (params: RawParams, kind?: DocumentKind) =>
  (await read(administrator(), pageFor({ size: '100', ...params }, kind))).flat();
const idsOf = (passes: (each: Stored) => boolean) => all.filter(passes).map(({ id }) => id);

describe('the documents list', () => {
  it('shows each role its own documents and nobody else’s, and counts the same ones', async () => {
    for (const [who, actor] of Object.entries(people())) {
      for (const kind of ['document', 'hash'] as const) {
        const page = pageFor({ size: '100', reference: '500' }, kind);
        const expected = idsOf((each) => ofKind(kind)(each) && sees(who, each) && each.reference.includes('500'));
        expect((await read(actor, page)).flat(), who).toEqual(expected);
        const { sort: _, after: _a, before: _b, size: _s, ...filter } = page;
        expect(await runQuery(actor, countDocuments, filter)).toEqual({ kind: 'exact', documents: expected.length });
      }
    }
  });

  it('does not count beyond a thousand', async () => {
    const { sort: _, after: _a, before: _b, size: _s, ...filter } = pageFor({});
    expect(await runQuery(administrator(), countDocuments, filter)).toEqual({ kind: 'atLeast', documents: 1_000 });
  });

  it('finds what any filters ask, in both orders, for every role, and turns back to the same pages', async () => {
    const text = fc.option(
      fc.constantFrom('REF-0', '^REF-01', '=REF-00042', '42', 'documento-8', 'DOCUMENTO', 'ref', 'zzz', '00', '777'),
      { nil: undefined },
    );
    const choice = fc.record({
      who: fc.constantFrom(...Object.keys(people())),
      kind: fc.constantFrom<DocumentKind>('document', 'document', 'hash'),
      reference: text,
      search: text,
      status: fc.option(fc.subarray([...documentStatuses], { minLength: 1 }), { nil: undefined }),
      service: fc.option(fc.constantFrom(...Object.values(tenants.services).map(({ id }) => id)), { nil: undefined }),
      sort: fc.constantFrom('newest', 'oldest'),
    });
    await fc.assert(
      fc.asyncProperty(choice, async ({ who, kind, status, ...params }) => {
        const page = pageFor({ size: '25', ...params, status: status?.join(',') }, kind);
        const { texts, service } = page;
        const passes = (each: Stored) =>
          ofKind(kind)(each) &&
          sees(who, each) &&
          (service === null || each.service === service) &&
          (!status || status.includes(each.status as never)) &&
          matches(texts.reference, [each.reference]) &&
          matches(texts.any, [each.reference, each.name, each.invoice, each.nif]);
        const expected = idsOf(passes);
        if (params.sort === 'oldest') expected.reverse();
        const actor = people()[who] ?? administrator();
        const pages = await read(actor, page, 3);
        expect(pages.flat()).toEqual(expected.slice(0, pages.flat().length));
        expect(pages.flat().length).toBe(Math.min(expected.length, 75));
        const [first, second] = pages;
        if (!second?.[0]) return;
        const back = await runQuery(actor, listDocuments, { ...page, before: second[0] });
        expect(back.rows.map(([id]) => id)).toEqual(first);
        expect(back).toMatchObject({ previous: false, next: true });
      }),
      { numRuns: 60 },
    );
  });

  it('reads every page of a text that stands everywhere, oldest first and backwards, without losing one', async () => {
    const page = pageFor({ size: '100', sort: 'oldest', document: 'documento' });
    const pages = await read(administrator(), page, 200);
    const expected = idsOf((each) => ofKind('document')(each) && /documento/.test(each.name ?? '')).reverse();
    expect(pages.flat()).toEqual(expected);
    const last = pages.at(-1)?.[0] ?? '';
    const { rows } = await runQuery(administrator(), listDocuments, { ...page, before: last });
    expect(rows.map(([id]) => id)).toEqual(pages.at(-2));
  });
});

type Match = DocumentPage['texts']['any'];

/** What a match means, said once more. */
function matches(match: Match, cells: readonly (string | null)[]): boolean {
  if (!match) return true;
  const text = match.text.toLowerCase();
  return cells.some((cell) => {
    const own = cell?.toLowerCase();
    if (own === undefined) return false;
    return match.mode === 'exact' ? own === text : match.mode === 'prefix' ? own.startsWith(text) : own.includes(text);
  });
}

describe('a text that is looked for', () => {
  it.each([
    ['100%_', (each: Stored) => each.name === '100%_pronto.pdf'],
    ['100__pronto', () => false],
    ['%%%', () => false],
    ['___', () => false],
    ['C:\\faturas\\', (each: Stored) => each.name === 'C:\\faturas\\a.pdf'],
    ['\\\\\\', () => false],
    ['fatura ção', (each: Stored) => each.name === 'Fatura ÇÃO.pdf'],
    ['FATURA-AÇAO', () => false],
    ['a/2', (each: Stored) => each.name === 'a/2.pdf'],
    ['=a/2.pdf', (each: Stored) => each.name === 'a/2.pdf'],
    ['^c:', (each: Stored) => each.name === 'C:\\faturas\\a.pdf'],
    ['=documento', () => false],
  ])('means itself: %s', async (document, passes) => {
    const expected = idsOf((each) => ofKind('document')(each) && passes(each));
    expect(await found({ document })).toEqual(expected.slice(0, 400));
  });

  it('is found in its own field only', async () => {
    const some = all.find((each) => ofKind('document')(each) && each.nif !== null && each.invoice !== null);
    if (!some) throw new Error('nothing to look for');
    const nif = some.nif ?? '';
    expect(await found({ nif: `=${nif}` })).toEqual(idsOf((each) => ofKind('document')(each) && each.nif === nif));
    expect(await found({ invoice: `=${some.invoice}` })).toEqual(
      idsOf((each) => ofKind('document')(each) && each.invoice === some.invoice),
    );
    expect(await found({ document: nif })).toEqual([]);
    expect(await found({ search: nif })).toEqual(idsOf((each) => ofKind('document')(each) && each.nif === nif));
  });

  it('does not reach from one field into the next', async () => {
    expect(await found({ search: '.pdf ft 2026a' })).toEqual([]);
  });
});

describe('a hash that is looked for', () => {
  it('is found whole or by its beginning, in any case, within the scope', async () => {
    const own = all.find((each) => ofKind('hash')(each) && sees('issuer', each));
    const foreign = all.find((each) => ofKind('hash')(each) && !sees('partner', each));
    if (!own || !foreign) throw new Error('nothing to look for');
    for (const hash of [own.hash, own.hash.toUpperCase(), own.hash.slice(0, 10), own.hash.slice(0, 13)]) {
      expect(await found({ hash }, 'hash')).toEqual([own.id]);
    }
    const { issuer, auditor, partner } = people();
    for (const actor of [issuer, auditor, partner]) {
      if (!actor) continue;
      expect((await read(actor, pageFor({ hash: own.hash }, 'hash'))).flat()).toEqual([own.id]);
      expect((await read(actor, pageFor({ hash: foreign.hash }, 'hash'))).flat()).toEqual([]);
    }
    expect(await found({ hash: own.hash }, 'document')).toEqual([]);
  });
});

describe('the export', () => {
  it.each<[string, RawParams]>([
    ['a text', { search: 'documento-1' }],
    ['no text', { status: 'SIGNED,FAILED', sort: 'oldest' }],
  ])('has as many rows as it announces, those of the list in its order, with %s', async (_, params) => {
    for (const [who, actor] of Object.entries(people())) {
      const { after: _a, before: _b, size: _s, ...input } = pageFor(params);
      const rows = await asActor(actor, 'read', async (db) => {
        const { count, next } = await exportDocuments.run({ db, actor, input });
        const all: string[] = [];
        for (let some = await next(); some.length > 0; some = await next()) {
          all.push(...some.map(({ operationId, seq }) => `${operationId}.${seq}`));
        }
        expect(all.length, who).toBe(count);
        return all;
      });
      const listed = (await read(actor, pageFor({ size: '100', ...params }), 200)).flat();
      expect(rows, who).toEqual(listed);
    }
  });
});

describe('operations by a name of their documents', () => {
  it.each(['newest', 'oldest'])(
    'are all found where most names have the text and most operations drop out, %s first',
    async (sort) => {
      const { page } = readOperationPage({ document: 'documento', type: 'TEST', sort, size: '100' }, today);
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const found: OperationRows = await runQuery(administrator(), listOperations, { ...page, after });
        ids.push(...found.rows.map(([id]) => id));
        after = found.next ? (found.rows.at(-1)?.[0] ?? null) : null;
      } while (after);
      const expected = idsOf((each) => each.type === 'TEST' && /documento/.test(each.name ?? ''));
      const operations = [...new Set(expected.map((id) => id.slice(0, 36)))];
      expect(ids).toEqual(sort === 'oldest' ? operations.reverse() : operations);
    },
  );
});
