import { pathToFileURL } from 'node:url';
import { closeDatabase } from '@/db/client';
import { env } from '@/lib/env';
import { batchSchema } from '@/lib/services/ingest/schemas';
import { makeOperations, makeOwners } from './ingest-data';
import { lineOf, type Measured, median, rateOf } from './report';

const batchSize = 1_000;

/** Where the built server listens; it must use the database of this environment. */
type Context = { baseUrl: string };

async function post(baseUrl: string, body: string): Promise<void> {
  const response = await fetch(`${baseUrl}/api/engine/operations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${env().SIGNSTASH_ENGINE_TOKEN}`, 'content-type': 'application/json' },
    body,
  });
  const answer = await response.text();
  if (response.status !== 200) throw new Error(`the server answered ${response.status}: ${answer.slice(0, 300)}`);
}

/** P11: batches of 1,000 over HTTP on two connections, with token, JSON, validation and all that the database does. */
export async function run({ baseUrl }: Context): Promise<Measured[]> {
  const owners = await makeOwners();
  const bodies = (count: number) =>
    Array.from({ length: count }, () =>
      JSON.stringify({ operations: makeOperations(owners, batchSize).map(({ operation }) => operation) }),
    );
  for (const body of bodies(4)) await post(baseUrl, body);
  const rounds: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const prepared = bodies(20);
    rounds.push(batchSize * (await rateOf(2, prepared.length, (turn) => post(baseUrl, prepared[turn] ?? ''))));
  }
  const sides = `median of ${rounds.map(Math.round).join(', ')}; JSON and validation alone ${Math.round(validation(bodies(20)))}/s`;
  const what = 'ingest over HTTP with validation, batches of 1,000, 2 connections';
  return [{ bar: 'P11', what, got: median(rounds), least: 8_000, unit: 'operations/s', sides }];
}

/** Operations a second that are parsed and validated in this process, nothing else: what the schema costs. */
function validation(bodies: readonly string[]): number {
  const begin = performance.now();
  for (const body of bodies) batchSchema.parse(JSON.parse(body));
  return (bodies.length * batchSize * 1_000) / (performance.now() - begin);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const measured of await run({ baseUrl: `http://127.0.0.1:${env().PORT}` })) console.log(lineOf(measured));
  await closeDatabase();
}
