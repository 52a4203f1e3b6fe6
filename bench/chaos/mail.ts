import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { asMachine, closeDatabase } from '@/db/client';
import { postMail } from '@/lib/services/mail';
import { type Stage, withStage } from '../../scripts/lib/chaos-stage.mjs';
import { freePort } from '../../scripts/lib/free-port.mjs';

/** `npm run chaos -- --only mail`: kill -9 of worker and mail server amid 500 mails. */
const mails = 500;
const kills = 6;
const patienceMs = 10 * 60_000;

const folder = mkdtempSync(join(tmpdir(), 'signstash-mail-'));
const file = join(folder, 'received');
const port = await freePort();
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
let sink: ChildProcess | undefined;
try {
  process.exitCode = await withStage({ operations: 5_000 }, onStage);
} finally {
  sink?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

async function startSink(): Promise<void> {
  const loader = ['--conditions=react-server', '--import', 'tsx'];
  const child = spawn(process.execPath, [...loader, 'bench/chaos/mail-sink.ts', String(port), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  sink = child;
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`the mail server ended with ${code}`)));
  });
}

async function onStage(stage: Stage): Promise<number> {
  Object.assign(process.env, stage.env);
  const sql = postgres(stage.superUrl, { max: 1, onnotice: () => {} });
  try {
    await startSink();
    const ids = await promise();
    for (let kill = 1; kill <= kills; kill += 1) {
      await sleep(1_500);
      if (kill % 2 === 1) {
        sink?.kill('SIGKILL');
        await sleep(500);
        await startSink();
      } else {
        await stage.killServer();
        await stage.startServer();
      }
      console.log(
        `kill -9 of the ${kill % 2 === 1 ? 'mail server' : 'worker'}: ${received().length} mails taken so far`,
      );
    }
    await settled(sql);
    return await report(sql, ids);
  } finally {
    await sql.end();
    await closeDatabase();
  }
}

/** Each in a transaction of its own, as mails are promised. */
async function promise(): Promise<string[]> {
  const ids: string[] = [];
  for (let place = 0; place < mails; place += 1) {
    ids.push(
      await asMachine('system', 'write', (db) =>
        postMail(db, {
          template: 'subscription_received',
          to: { address: `someone-${place}@chaos.test`, name: `Someone ${place}`, language: 'en' },
          parameters: { company: `Company ${place}`, code: 'PRT.501234567' },
          partnerId: null,
          issuerId: null,
        }),
      ),
    );
  }
  return ids;
}

function received(): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : [];
}

/** Until every mail is sent or given up; the jobs of a dead worker are freed within half a minute. */
async function settled(sql: postgres.Sql): Promise<void> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const [open] =
      await sql`select count(*)::int as n from mails where state not in ('sent', 'dead') and to_address like '%@chaos.test'`;
    if (open?.n === 0) return;
    await sleep(1_000);
  }
}

async function report(sql: postgres.Sql, ids: readonly string[]): Promise<number> {
  const rows = await sql<{ id: string; state: string }[]>`
    select id::text, state from mails where to_address like '%@chaos.test'`;
  const all = received().map((each) => each.replace(/^<|@.*$/g, ''));
  const distinct = new Set(all);
  const of = (state: string) => rows.filter((row) => row.state === state).map(({ id }) => id);
  const [sent, dead] = [of('sent'), of('dead')];
  const lost = ids.filter((id) => !distinct.has(id) && !dead.includes(id));
  const claimed = sent.filter((id) => !distinct.has(id));
  const open = rows.length - sent.length - dead.length;
  console.log(
    `${ids.length} mails, ${kills} kills: ${distinct.size} taken by the mail server, ${all.length - distinct.size} of them a second time under the same Message-ID; ` +
      `${sent.length} sent, ${dead.length} dead letters, ${open} open, ${lost.length} lost, ${claimed.length} called sent that were not`,
  );
  return lost.length + claimed.length + open === 0 ? 0 : 1;
}
