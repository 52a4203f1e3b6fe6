import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { registerDocument } from '@/db/factories/contents';
import { newId } from '@/lib/domain/ids';
import { attachContent } from '@/lib/services/documents/content-attach';
import { expectContent } from '@/lib/services/documents/content-expect';
import { runMachine } from '@/lib/services/run';

/** Registers a document and delivers its content. */
export async function deliver(alias: string, given: Parameters<typeof registerDocument>[1]): Promise<string> {
  const document = await registerDocument(alias, given);
  const file = path.join(tmpdir(), `content-test-${newId()}`);
  await writeFile(file, given.bytes);
  const size = given.bytes.byteLength;
  await attachContent(await runMachine(expectContent, { id: document, mimeType: 'application/pdf', size }), {
    file,
    size,
    sha256: given.sha256,
  });
  await rm(file);
  return document;
}
