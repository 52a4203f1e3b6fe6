import { sql } from 'drizzle-orm';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeOperation } from '@/db/factories/operations';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/domain/actor';
import type { ExportFormat } from '@/lib/domain/export';
import { newId } from '@/lib/domain/ids';
import { drain } from '@/lib/jobs/drain';
import { runCommand, runQuery } from '../run';
import { deliver } from './deliver';
import { readOrder } from './order';
import { fetchExport, getExport, listExports, readExportPiece } from './read';
import { cancelExport, startExport } from './start';
import { streamExport, streamRun } from './stream';

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
    await db.execute(sql`
      insert into operations (id, partner_id, issuer_id, service_id, payer_kind, payer_id, received_at, finished_at, local_day,
        external_ref, type, source, status, item_count, signed_count, failed_count, bytes)
      select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '70008' || lpad(to_hex(n), 15, '0'))::uuid,
        s.partner_id, s.issuer_id, s.id, 'ISSUER', s.issuer_id, at, at, (at at time zone 'Europe/Lisbon')::date, 'N ' || n,
        'HASH', 'PROXY', 'COMPLETED', 1, 1, 0, 0
      from generate_series(1, 5000) n, client_services s,
        lateral (select date_trunc('milliseconds', now() - interval '2 hours' - n * interval '1 second') as at) t
      where s.id = ${tenants.services.sibling.id}`);
  });
});

beforeEach(async () => {
  await superuser`delete from exports`;
  await superuser`delete from graphile_worker._private_jobs`;
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

describe('an export in the background', () => {
  const stored = async (id: string) => bytesOf((await streamRun(issuer, id, async () => issuer)).body);

  it('is written by a host without a worker, and fetched as the very file that goes out at once', async () => {
    const { id, state } = await runCommand(issuer, startExport, orderOf());
    expect(state).toBe('waiting');
    expect(await drain('queue')).toMatchObject({ done: 1, failed: 0 });
    const run = await runQuery(issuer, getExport, { id });
    expect(run).toMatchObject({ state: 'done', announced: 12, rows: 12, failure: null });
    expect((run.expiresAt ?? 0) - (run.finishedAt ?? 0)).toBe(24 * 3_600_000);
    const at = /em [^ ]+ por/;
    const once = (await file(issuer, 'csv')).toString();
    expect((await stored(id)).toString().replace(at, '')).toBe(once.replace(at, ''));
    expect((await audited('exports.start')).at(-1)).toMatchObject({ target: { id }, after: { list: 'operations' } });
    expect((await audited('exports.finish')).at(-1)).toMatchObject({ target: { id }, after: { rows: 12 } });
    expect((await audited('exports.fetch')).at(-1)).toMatchObject({ target: { id }, actor: { id: issuer.operatorId } });
  });

  it('counts every row of a workbook too', async () => {
    const partner = actorOf(tenants.operators.partner);
    const { id } = await runCommand(partner, startExport, orderOf({}, 'xlsx'));
    await drain('queue');
    expect(await runQuery(partner, getExport, { id })).toMatchObject({ state: 'done', announced: 5012, rows: 5012 });
    const { sheets } = await readXlsx(await bytesOf((await streamRun(partner, id, async () => partner)).body));
    expect(sheets[0]?.rows).toHaveLength(5 + 5012 + 1);
  });

  it('is not there for anybody else', async () => {
    const { id } = await runCommand(issuer, startExport, orderOf());
    await drain('queue');
    const others = [tenants.operators.administrator, tenants.operators.partner, tenants.operators.auditor];
    for (const other of others.map((each) => actorOf(each))) {
      await expect(runQuery(other, getExport, { id })).rejects.toMatchObject({ code: 'not_found' });
      await expect(runQuery(other, readExportPiece, { id, seq: 0 })).rejects.toMatchObject({ code: 'not_found' });
      await expect(runCommand(other, fetchExport, { id })).rejects.toMatchObject({ code: 'not_found' });
      await expect(runCommand(other, cancelExport, { id })).rejects.toMatchObject({ code: 'not_found' });
      expect(await runQuery(other, listExports, {})).toEqual([]);
    }
    for (const absent of [newId(), 'x', '', `${id}'--`]) {
      await expect(runCommand(issuer, fetchExport, { id: absent })).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('cannot be fetched once its time is over, and its pieces go', async () => {
    const { id } = await runCommand(issuer, startExport, orderOf());
    await drain('queue');
    await superuser`update exports set expires_at = now() - interval '1 second'`;
    await expect(stored(id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await runQuery(issuer, getExport, { id })).toMatchObject({ state: 'expired' });
    expect(await drain('clean-up')).toMatchObject({ exports: 1 });
    expect(await superuser`select from export_chunks`).toHaveLength(0);
    await superuser`update exports set finished_at = now() - interval '8 days'`;
    await drain('clean-up');
    expect(await runQuery(issuer, listExports, {})).toEqual([]);
  });

  it('cannot be fetched by an auditor whose grant has ended since', async () => {
    const granted = actorOf(tenants.operators.auditor, { issuerIds: [tenants.issuers.padaria.id] });
    const { id } = await runCommand(granted, startExport, orderOf());
    await drain('queue');
    expect(await runQuery(granted, getExport, { id })).toMatchObject({ state: 'done', rows: 12 });
    await expect(runCommand({ ...granted, issuerIds: [] }, fetchExport, { id })).rejects.toMatchObject({
      code: 'not_found',
    });
    await superuser`delete from export_chunks`;
    const { body } = await streamRun(granted, id, async () => granted);
    await expect(bytesOf(body)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('breaks off when its operator is no longer active, and keeps nothing of it', async () => {
    const { id } = await runCommand(issuer, startExport, orderOf());
    await superuser`update operators set status = 'blocked' where id = ${issuer.operatorId}`;
    await drain('queue');
    expect(await runQuery(issuer, getExport, { id })).toMatchObject({ state: 'failed', failure: 'rights', rows: 0 });
    await superuser`update operators set status = 'active' where id = ${issuer.operatorId}`;
    expect(await superuser`select from export_chunks`).toHaveLength(0);
  });

  it('is cancelled while it waits, and does not begin', async () => {
    const { id } = await runCommand(issuer, startExport, orderOf());
    expect(await runCommand(issuer, cancelExport, { id })).toMatchObject({ state: 'cancelled' });
    expect(await drain('queue')).toMatchObject({ done: 1, failed: 0 });
    expect(await runQuery(issuer, getExport, { id })).toMatchObject({ state: 'cancelled', announced: null });
  });

  it('of one whose worker died begins anew, and holds every row once', async () => {
    const { id } = await runCommand(issuer, startExport, orderOf());
    await superuser`update exports set state = 'running', rows = 7, bytes = 7`;
    await superuser`insert into export_chunks (export_id, seq, operator_id, data) values (${id}, 0, ${issuer.operatorId}, 'half')`;
    await drain('queue');
    expect(await runQuery(issuer, getExport, { id })).toMatchObject({ state: 'done', rows: 12 });
    expect((await stored(id)).toString()).toMatch(/^\uFEFF# Operações: 12 linhas/);
  });

  it('that nobody has written within a day has failed', async () => {
    const { id } = await runCommand(issuer, startExport, orderOf());
    await superuser`update exports set created_at = now() - interval '25 hours'`;
    await drain('clean-up');
    expect(await runQuery(issuer, getExport, { id })).toMatchObject({ state: 'failed', failure: 'fault' });
  });

  it('is limited to three at a time, and remembers the last nine', async () => {
    for (let n = 0; n < 3; n += 1) await runCommand(issuer, startExport, orderOf());
    await expect(runCommand(issuer, startExport, orderOf())).rejects.toMatchObject({ code: 'limited' });
    for (let n = 0; n < 10; n += 1) {
      await drain('queue');
      await runCommand(issuer, startExport, orderOf());
    }
    expect(await runQuery(issuer, listExports, {})).toHaveLength(9);
  });

  it('is open to the operator of a suspended company: it only reads', async () => {
    const frozen = { ...issuer, readOnly: true };
    const { id } = await runCommand(frozen, startExport, orderOf());
    await drain('queue');
    expect(await runCommand(frozen, fetchExport, { id })).toMatchObject({ state: 'done' });
  });
});
