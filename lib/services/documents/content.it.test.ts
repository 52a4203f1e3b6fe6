import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asActor, asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { anyHash } from '@/db/factories/batches';
import { anyContent, registerDocument, sha256Of } from '@/db/factories/contents';
import { deliver } from '@/db/testing/deliver';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/domain/actor';
import { newId } from '@/lib/domain/ids';
import { runCommand } from '../run';
import { ContentClosed, contentFor, openContent } from './content';
import { chunkBytes } from './content-chunks';

const superuser = asSuperuser();
const content = anyContent(chunkBytes + 1);
let tenants: Tenants;
let id: string;
let foreign: string;

beforeAll(async () => {
  vi.stubEnv('LOG_LEVEL', 'error');
  tenants = await asMachine('system', 'write', makeTenants);
  id = await deliver(tenants.services.padaria.alias, content);
  foreign = await deliver(tenants.services.foreign.alias, anyContent());
});

afterAll(() => vi.unstubAllEnvs());

const people = () => {
  const { operators, issuers } = tenants;
  return {
    issuer: actorOf(operators.issuer),
    auditor: actorOf(operators.auditor, { issuerIds: [issuers.padaria.id] }),
    idleAuditor: actorOf(operators.idleAuditor),
    partner: actorOf(operators.partner),
    administrator: actorOf(operators.administrator),
  };
};

const open = (actor: Actor, document: string, download = false) =>
  runCommand(actor, openContent, { id: document, download });

async function bytesOf(actor: Actor, document: string): Promise<Buffer> {
  const found = await open(actor, document);
  const pieces: Uint8Array[] = [];
  for await (const piece of (await contentFor(actor, found)) ?? []) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function looks(document: string) {
  const rows =
    await superuser`select entry from audit_log where entry like ${`%"documents.content"%${document}%`} order by seq`;
  return rows.map((row) => JSON.parse(String(row.entry)));
}

describe('documents.content', () => {
  it.each(['issuer', 'auditor'] as const)(
    'opens for the %s, as it was delivered, and writes down the look',
    async (who) => {
      const actor = people()[who];
      const before = (await looks(id)).length;
      expect(sha256Of(await bytesOf(actor, id))).toBe(content.sha256);
      const [look] = (await looks(id)).slice(before);
      expect(look).toMatchObject({
        actor: { id: actor.operatorId, role: actor.role },
        target: { type: 'document', id },
        after: { download: false, sha256: content.sha256 },
        requestId: actor.request.id,
      });
    },
  );

  it('opens for the operator of a suspended issuer, who may look', async () => {
    expect(await open({ ...people().issuer, readOnly: true }, id)).toMatchObject({ size: content.bytes.byteLength });
  });

  it.each(['partner', 'administrator'] as const)('is refused to the %s', async (who) => {
    await expect(open(people()[who], id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('takes foreign, absent and malformed for the same', async () => {
    const { issuer, auditor, idleAuditor } = people();
    const absent = [foreign, `${newId()}.1`, id.replace(/\.1$/, '.2'), 'x', `${id}'`];
    for (const other of absent) {
      await expect(open(issuer, other), other).rejects.toMatchObject({ code: 'not_found' });
      await expect(open(auditor, other), other).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(open(idleAuditor, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('says why there is nothing to open, and leaves no entry', async () => {
    const { alias } = tenants.services.padaria;
    const more = {
      hash: { operation: { type: 'HASH', documents: [anyHash()] } },
      details_only: { operation: { source: 'PROXY' } },
      purged: { document: { status: 'PURGED' } },
      not_stored: {},
      awaited: { document: { stored: true } },
    };
    for (const [reason, given] of Object.entries(more)) {
      const document = await registerDocument(alias, anyContent(), given);
      const refused = await open(people().issuer, document).catch((error: unknown) => error);
      expect(refused, reason).toBeInstanceOf(ContentClosed);
      expect(refused).toMatchObject({ reason });
      expect(await looks(document)).toEqual([]);
    }
  });

  it('gives out no last piece of a content that was damaged, and knows one that is gone', async () => {
    const actor = people().issuer;
    const given = anyContent(3 * chunkBytes);
    const document = await deliver(tenants.services.padaria.alias, given);
    const found = await open(actor, document);
    const hash = Buffer.from(given.sha256, 'hex');
    await superuser`update content_chunks set bytes = set_byte(bytes, 7, 255 - get_byte(bytes, 7)) where sha256 = ${hash} and n = 1`;
    let received = 0;
    const reading = (async () => {
      for await (const piece of (await contentFor(actor, found)) ?? []) received += piece.byteLength;
    })();
    await expect(reading).rejects.toThrow('is damaged');
    expect(received).toBe(2 * chunkBytes);
    await superuser`delete from content_chunks where sha256 = ${hash}`;
    expect(await contentFor(actor, found)).toBeNull();
  });
});

describe('row-level security alone', () => {
  const tables = ['contents', 'content_chunks', 'document_contents'];

  it('shows contents to their issuer and to an auditor with a valid grant, and to nobody else', async () => {
    const count = (actor: Actor, table: string) =>
      asActor(actor, 'read', async (db) => {
        const rows = await db.execute<{ issuer: string }>(
          sql`select issuer_id as issuer from ${sql.identifier(table)}`,
        );
        return [...new Set(rows.map(({ issuer }) => issuer))];
      });
    const { issuer, auditor, idleAuditor, partner, administrator } = people();
    for (const table of tables) {
      expect(await count(issuer, table), table).toEqual([tenants.issuers.padaria.id]);
      expect(await count(auditor, table), table).toEqual([tenants.issuers.padaria.id]);
      expect(await count(idleAuditor, table), table).toEqual([]);
      await expect(count(partner, table), table).rejects.toMatchObject({ code: '42501' });
      await expect(count(administrator, table), table).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('lets no operator write any of them', async () => {
    for (const table of [...tables, 'service_secrets', 'service_tokens']) {
      for (const actor of Object.values(people())) {
        const write = asActor(actor, 'write', (db) => db.execute(sql`delete from ${sql.identifier(table)}`));
        await expect(write, `${actor.role} ${table}`).rejects.toMatchObject({ code: '42501' });
      }
    }
  });
});
