import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { makeIssuer, makePartner, makeService } from '@/db/factories/companies';
import { anyContent, registerDocument } from '@/db/factories/contents';
import { startBucket } from '@/db/testing/bucket';
import { asSuperuser } from '@/db/testing/owner-connection';
import { newId } from '@/lib/domain/ids';
import { runMachine } from '../run';
import { attachContent } from './content-attach';
import { cleanContents } from './content-clean';
import { expectContent } from './content-expect';
import { systemStorage } from './content-storage';

const superuser = asSuperuser();
const content = anyContent();
const file = path.join(tmpdir(), `clean-test-${newId()}`);
let bucket: Awaited<ReturnType<typeof startBucket>>;
let alias: string;

beforeAll(async () => {
  bucket = await startBucket();
  vi.stubEnv('STORAGE_URL', bucket.url);
  vi.stubEnv('LOG_LEVEL', 'error');
  await writeFile(file, content.bytes);
  alias = await asMachine('system', 'write', async (db) => {
    const partner = await makePartner(db);
    return (await makeService(db, await makeIssuer(db, partner.id))).alias;
  });
});

afterAll(async () => {
  await bucket.stop();
  await rm(file);
});

async function expected() {
  const id = await registerDocument(alias, content);
  return runMachine(expectContent, { id, mimeType: 'application/pdf', size: null });
}
const size = content.bytes.byteLength;

describe.each(['postgres', 's3'] as const)('contents whose delivery broke off, in %s', (place) => {
  it('go with their bytes after an hour, and the same content can be delivered again', async () => {
    const document = await expected();
    await systemStorage(place).put(document, { file, size });
    const announce = (ago: string) => superuser`
      insert into contents (partner_id, issuer_id, sha256, size_bytes, place, begun_at)
      values (${document.partnerId}, ${document.issuerId}, ${Buffer.from(document.sha256, 'hex')}, ${size}, ${place}, now() - ${ago}::interval)
      on conflict (partner_id, issuer_id, sha256) do update set begun_at = excluded.begun_at`;
    await announce('30 minutes');
    expect(await cleanContents()).toBe(0);
    expect(await systemStorage(place).exists(document)).toBe(true);
    await announce('2 hours');
    expect(await cleanContents()).toBe(1);
    expect(await systemStorage(place).exists(document)).toBe(false);

    const delivery = { file, size, sha256: content.sha256 };
    expect(await attachContent(document, delivery)).toMatchObject({ outcome: 'stored' });
    await superuser`update contents set begun_at = now() - interval '2 days'`;
    expect(await cleanContents()).toBe(0);
    expect(await systemStorage('s3').exists(document)).toBe(true);
    await superuser`delete from document_contents`;
    await superuser`delete from contents`;
  });
});
