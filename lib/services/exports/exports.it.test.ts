import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeOperation } from '@/db/factories/operations';
import { makeManyOperations } from '@/db/testing/many-operations';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/domain/actor';
import type { ExportFormat } from '@/lib/domain/export';
import { newId } from '@/lib/domain/ids';
import { deliver } from './deliver';
import { readOrder } from './order';
import { streamExport } from './stream';

const superuser = asSuperuser();
let tenants: Tenants;
let issuer: Actor;
const dangerous = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  "='a';b",
  '"quoted"',
  '#hash',
  'a;b,c\nd',
  ' =1',
];

beforeAll(async () => {
  vi.stubEnv('LOG_LEVEL', 'error');
  tenants = await asMachine('system', 'write', makeTenants);
  issuer = actorOf(tenants.operators.issuer);
  const at = Date.now() - 60_000;
  await asMachine('system', 'write', async (db) => {
    for (const [n, reference] of dangerous.entries()) {
      await makeOperation(db, tenants.services.padaria, { reference, at: new Date(at - n) });
    }
    await makeOperation(db, tenants.services.foreign);
    // Enough for three pieces of a cursor.
    await makeManyOperations(db, tenants.services.sibling.id, 5_000);
  });
});

const orderOf = (params: Record<string, string> = {}, format: ExportFormat = 'csv') => ({
  ...readOrder('operations', { columns: 'reference,received,items', ...params }, 'pt'),
  format,
});

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function file(actor: Actor, format: ExportFormat, params = {}): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  await deliver(actor, orderOf(params, format), {
    standing: async () => actor,
    begin: async () => {},
    piece: async ({ bytes }) => void pieces.push(bytes),
  });
  return Buffer.concat(pieces);
}

const audited = async (action: string) =>
  (
    await superuser<
      { entry: string }[]
    >`select entry from audit_log where entry::jsonb ->> 'action' = ${action} order by at`
  ).map(({ entry }) => JSON.parse(entry));

describe('a file', () => {
  it('holds no cell that a spreadsheet takes for a formula, and every value otherwise as it is', async () => {
    const text = (await file(issuer, 'csv')).toString('utf8');
    expect(text.startsWith('\uFEFF# Operações: 12 linhas\r\n# Filtro: ')).toBe(true);
    expect(text.endsWith('\r\n# Fim: 12 linhas\r\n')).toBe(true);
    const [header, ...rows] = parseCsv(text, { delimiter: ';', comment: '#' }).filter((row) => row.length > 1);
    expect(header).toEqual(['Referência externa', 'Receção', 'Itens']);
    const references = rows.map(([reference]) => String(reference));
    expect(references).toEqual(dangerous.map((each) => (/^[=+\-@\t\r＝]/.test(each) ? `'${each}` : each)));
    for (const cell of rows.flat()) expect(String(cell)).not.toMatch(/^[=+\-@\t\r＝]/);
    expect(rows[0]?.[1]).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0[01]:00$/);
  });

  it('says in its first lines what was asked, by whom and in which zone, whatever those names hold', async () => {
    const name = 'Ana "=1";=2\r\n=3,';
    const text = (await file({ ...issuer, name }, 'csv', { status: 'COMPLETED', reference: '=1+1' })).toString('utf8');
    const head = text.split('\r\n').slice(0, 3);
    expect(head[1]).toContain('Estado: Concluída');
    expect(head[1]).toContain('Referência externa: começa por =1+1');
    expect(head[2]).toContain(`por Ana '=1',=2 =3, (${issuer.email})`);
    expect(head[2]).toContain('Europe/Lisbon');
    for (const line of head) expect(line).not.toMatch(/[;"\n]/);
  });

  it('is a workbook of numbers, dates and texts, with the zone in the header', async () => {
    const { sheets } = await readXlsx(await file(issuer, 'xlsx'));
    const rows = sheets[0]?.rows ?? [];
    expect(rows[0]?.[0]).toBe('Operações: 12 linhas');
    expect(rows[4]).toEqual(['Referência externa', 'Receção (Europe/Lisbon)', 'Itens']);
    expect(rows.slice(5, -1).map(([reference]) => reference)).toEqual(dangerous);
    expect(rows[5]?.[1]).toBeInstanceOf(Date);
    expect(rows[5]?.[2]).toBe(1);
    expect(rows.at(-1)?.[0]).toBe('Fim: 12 linhas');
  });

  it('that is empty says so', async () => {
    const text = (await file(issuer, 'csv', { reference: 'nothing' })).toString('utf8');
    expect(text).toMatch(/# Operações: 0 linhas\r\n.*# Fim: 0 linhas\r\n$/s);
  });
});

describe('an export that goes out at once', () => {
  const partner = () => actorOf(tenants.operators.partner);
  /** One whose reader goes away; those before it take a moment to notice. */
  const abandoned = () =>
    vi.waitFor(async () => (await streamExport(partner(), orderOf(), async () => partner())).body.cancel(), 5_000);

  it('announces what comes, and is on record before its first byte', async () => {
    const { rows, body } = await streamExport(issuer, orderOf(), async () => issuer);
    const [entry] = await audited('exports.record');
    expect(entry).toMatchObject({ actor: { id: issuer.operatorId }, target: { type: 'list', id: 'operations' } });
    expect(entry.after).toMatchObject({ rows: 12, format: 'csv', columns: ['reference', 'received', 'items'] });
    expect(rows).toBe(12);
    expect((await bytesOf(body)).toString()).toContain('# Fim: 12 linhas');
  });

  it('ends with a visible failure when the session ends on the way: never short and silent', async () => {
    let looks = 0;
    const { rows, body } = await streamExport(partner(), orderOf(), async () => (++looks > 2 ? null : partner()));
    expect(rows).toBe(5012);
    let text = '';
    const reading = (async () => {
      for await (const piece of body) text += Buffer.from(piece).toString();
    })();
    await expect(reading).rejects.toMatchObject({ code: 'forbidden' });
    expect(text).toMatch(/# INCOMPLETO: a exportação foi interrompida ao fim de 4000 de 5012 linhas\..*\r\n$/);
    expect(text).not.toContain('# Fim');
  });

  it('ends in the same way when a grant, a role or a company is lost', async () => {
    const lost: Partial<Actor>[] = [{ role: 'issuer' }, { partnerId: newId() }, { issuerId: newId() }];
    for (const change of lost) {
      let looks = 0;
      const changed = async () => (++looks > 1 ? { ...partner(), ...change } : partner());
      const { body } = await streamExport(partner(), orderOf({}, 'xlsx'), changed);
      await expect(bytesOf(body)).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('gives its connection back when its reader goes away', async () => {
    for (let n = 0; n < 6; n += 1) await abandoned();
    expect((await file(partner(), 'csv')).length).toBeGreaterThan(1_000);
  });

  it('is one of two at a time of the same operator', async () => {
    const begun = [1, 2].map(() => streamExport(partner(), orderOf(), async () => partner()));
    await expect(streamExport(partner(), orderOf(), async () => partner())).rejects.toMatchObject({ code: 'limited' });
    expect((await streamExport(issuer, orderOf(), async () => issuer)).rows).toBe(12);
    for (const { body } of await Promise.all(begun)) await body.cancel();
    await abandoned();
  });

  it('is refused above 10,000 rows, with their number', async () => {
    vi.resetModules();
    vi.doMock('@/lib/domain/export', async (original) => ({ ...(await original<object>()), mostAtOnce: 5_000 }));
    const { streamExport: limited } = await import('./stream');
    const refused = limited(partner(), orderOf(), async () => partner());
    await expect(refused).rejects.toMatchObject({ code: 'conflict', fields: { rows: '5012', most: '5000' } });
    vi.doUnmock('@/lib/domain/export');
    vi.resetModules();
  });
});
