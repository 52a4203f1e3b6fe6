import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { verifyAudit } from './audit-verify';
import { asMachine, closeDatabase } from './client';

const headSchema = z.object({ tenant: z.uuid(), seq: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) });
const fileSchema = z.object({ exportedAt: z.iso.datetime(), heads: z.array(headSchema) });
const anHour = 60 * 60_000;

const { values } = parseArgs({ options: { heads: { type: 'string' }, 'export-heads': { type: 'string' } } });

// 0: the log is whole; 1: it is not, each finding a line; 2: it could not be verified.
try {
  process.exitCode = await verify(values.heads, values['export-heads']);
} catch (error) {
  console.error(`The audit log could not be verified: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
} finally {
  await closeDatabase();
}

async function verify(headsFile: string | undefined, exportFile: string | undefined): Promise<number> {
  const earlier = headsFile ? fileSchema.parse(JSON.parse(await readFile(headsFile, 'utf8'))).heads : [];
  const { findings, chains, entries, heads } = await asMachine(
    'system',
    'read',
    (db) => verifyAudit(db, earlier),
    anHour,
  );
  for (const { kind, tenant, from, to, why } of findings) {
    console.error(`${kind}: chain ${tenant}, ${from === to ? `entry ${from}` : `entries ${from} to ${to}`}: ${why}`);
  }
  console.log(`${entries} entries in ${chains} chains, ${findings.length} findings.`);
  if (findings.length > 0) return 1;
  if (exportFile) {
    await writeFile(exportFile, `${JSON.stringify({ exportedAt: new Date().toISOString(), heads }, null, 2)}\n`);
    console.log(`Heads written to ${exportFile}; keep the file where this database cannot reach it.`);
  }
  return 0;
}
