import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { endProcess } from './processes.mjs';
import { root } from './root.mjs';
import { resolveCommand } from './run.mjs';

/** How the sandbox authority is run, in the terminal or beside something else.
 * @param {string} dataDir
 * @returns {[string, string[]]} */
export const sandboxCommand = (dataDir) => [
  'tsx',
  ['--conditions=react-server', 'lib/sandbox-command.ts', '--keep', join(dataDir, 'sandbox.json')],
];

/** Starts the sandbox authority; its keys, credentials and grants stay in the data folder.
 * @param {{ dataDir: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ url: string, stop(): Promise<void> }>} */
export async function startSandbox({ dataDir, env }) {
  const [command, args] = resolveCommand(...sandboxCommand(dataDir));
  const child = spawn(command, args, {
    cwd: root,
    env: { ...env, SIGNSTASH_DEMO: 'on' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const lastResort = () => child.kill('SIGTERM');
  process.once('exit', lastResort);
  const url = await new Promise((resolve, reject) => {
    let said = '';
    const listen = (line) => {
      said += `${line}\n`;
      const found = /^sandbox (\S+)$/.exec(line);
      if (found) resolve(found[1]);
    };
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', listen);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The sandbox authority ended before it was ready.\n${said}`)));
  });
  return {
    url,
    stop: async () => {
      process.off('exit', lastResort);
      await endProcess(child.pid, [
        ['SIGTERM', 10_000],
        ['SIGKILL', 5_000],
      ]);
    },
  };
}
