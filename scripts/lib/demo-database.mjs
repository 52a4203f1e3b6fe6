import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { livingLauncher } from './postmaster.mjs';
import { run } from './run.mjs';

const command = (path, args = []) => ['--conditions=react-server', path, ...args];

/** Brings the schema up to date.
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} [onLine] */
export const migrate = (env, onLine) => run('tsx', command('db/migrate-command.ts'), { env, onLine });

/** Fills the database with the demonstration.
 * @param {NodeJS.ProcessEnv} env
 * @param {{ operations?: string | undefined }} size
 * @param {(line: string) => void} [onLine] */
export function seed(env, { operations }, onLine) {
  const args = operations ? ['--operations', operations] : [];
  return run('tsx', command('db/seed/seed-command.ts', args), { env: { ...env, SIGNSTASH_DEMO: 'on' }, onLine });
}

/** Enters the sandbox authority and enrols certificates of the demonstration's issuers there.
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} [onLine] */
export const enrolCertificates = (env, onLine) => run('tsx', command('lib/demo-command.ts'), { env, onLine });

const mark = (dataDir) => join(dataDir, 'seeded');

/** Whether the demonstration in this folder was seeded to its end.
 * @param {string} dataDir */
export const isSeeded = (dataDir) => existsSync(mark(dataDir));

/** @param {string} dataDir */
export const markSeeded = (dataDir) => writeFileSync(mark(dataDir), `${new Date().toISOString()}\n`);

/** @param {string} dataDir */
export const forgetSeed = (dataDir) => rmSync(mark(dataDir), { force: true });

/** Removes what a demonstration keeps in its folder, and nothing else that may lie there.
 * @param {string} dataDir */
export function removeData(dataDir) {
  const holder = livingLauncher(dataDir);
  if (holder) throw new Error(`The demonstration in ${dataDir} runs as process ${holder}: stop that first.`);
  const ours =
    /^(postgres|postgres\.new|(secrets|sandbox)\.json|(launcher|server)\.json|seeded|(postgres|server)\.log(\.1)?)$/;
  if (!existsSync(dataDir)) return;
  for (const name of readdirSync(dataDir)) {
    if (ours.test(name)) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
}
