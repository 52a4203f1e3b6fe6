import { readXlsx } from 'hucre/xlsx';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeOperation } from '@/db/factories/operations';
import { makeManyOperations } from '@/db/testing/many-operations';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/domain/actor';
import type { ExportFormat } from '@/lib/domain/export';
import { newId } from '@/lib/domain/ids';
import { drain } from '@/lib/jobs/drain';
import { runCommand, runQuery } from '../run';
import { readOrder } from './order';
import { fetchExport, getExport, listExports, readExportPiece } from './read';
import { cancelExport, startExport } from './start';
import { streamExport, streamRun } from './stream';

const superuser = asSuperuser();
let tenants: Tenants;
let issuer: Actor;

beforeAll(async () => {
  vi.stubEnv('LOG_LEVEL', 'error');
  tenants = await asMachine('system', 'write', makeTenants);
  issuer = actorOf(tenants.operators.issuer);
  await asMachine('system', 'write', async (db) => {
    for (let n = 0; n < 12; n += 1) await makeOperation(db, tenants.services.padaria);
    await makeOperation(db, tenants.services.foreign);
    await makeManyOperations(db, tenants.services.sibling.id, 5_000);
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

const audited = async (action: string) =>
  (
    await superuser<{ entry: string }[]>`
      select entry from audit_log where entry::jsonb ->> 'action' = ${action} order by at`
  ).map(({ entry }) => JSON.parse(entry));

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
    const once = (await bytesOf((await streamExport(issuer, orderOf(), async () => issuer)).body)).toString();
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
