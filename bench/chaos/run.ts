import { verifyAudit } from '@/db/audit-verify';
import { asMachine, closeDatabase } from '@/db/client';
import { type Stage, withStage } from '../../scripts/lib/chaos-stage.mjs';
import { signIn } from '../context';
import { makeOwners } from '../ingest-data';
import { Ledger } from './ledger';
import { lineOf, summaryOf } from './lines';
import type { World } from './load';
import { type Round, round } from './round';
import { lost } from './stored';
import { type StormName, storms } from './storms';

/** `npm run chaos`: what was acknowledged survives, and the application survives its database. */
const [wanted = '5', only = ''] = process.argv.slice(2);
const rounds = Number(wanted);
const names = (Object.keys(storms) as StormName[]).filter((name) => only === '' || name === only);
if (!Number.isInteger(rounds) || rounds < 1 || names.length === 0) {
  console.error('npm run chaos -- [--rounds N] [--only cluster|backends|sessions|application]');
  process.exit(2);
}

try {
  process.exitCode = await withStage({ operations: 5_000 }, onStage);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}

async function onStage(stage: Stage): Promise<number> {
  Object.assign(process.env, stage.env);
  try {
    return (await prove(stage)) === 0 ? 0 : 1;
  } catch (error) {
    if (stage.stopSignal.aborted) return 130;
    // Said here: what stops after it may fail in turn, and would speak instead.
    console.error(error);
    return 1;
  } finally {
    await closeDatabase();
  }
}

/** @returns how many complaints there are */
async function prove(stage: Stage): Promise<number> {
  const baseUrl = stage.env.BASE_URL ?? '';
  const owners = await makeOwners();
  const cookies = [await signIn(baseUrl, 'admin@demo.test'), await signIn(baseUrl, 'integrator@demo.test')] as const;
  const world: World = { baseUrl, owners, cookies, ledger: new Ledger() };
  const done: Round[] = [];
  for (const name of names) {
    for (let place = 1; place <= rounds; place += 1) {
      stage.stopSignal.throwIfAborted();
      const came = await round(name, stage, world);
      done.push(came);
      console.log(lineOf(came, `${place}/${rounds}`));
    }
  }
  for (const name of names) console.log(summaryOf(done.filter(({ storm }) => storm === name)));
  const complaints = await atTheEnd(world.ledger);
  for (const each of complaints) console.error(each);
  return done.reduce((total, each) => total + each.complaints.length, complaints.length);
}

/** After the last round: all that was ever acknowledged, and the chains of the audit log. */
async function atTheEnd({ acknowledged }: Ledger): Promise<string[]> {
  const missing = await lost(acknowledged);
  const { entries, chains, findings } = await asMachine('system', 'read', (db) => verifyAudit(db), 60_000);
  console.log(
    `In all: ${acknowledged.length} operations acknowledged, ${missing.length} lost; audit log: ${entries} entries in ${chains} chains, ${findings.length} findings`,
  );
  return [...missing, ...findings.map(({ kind, tenant, why }) => `${kind}: chain ${tenant}: ${why}`)];
}
