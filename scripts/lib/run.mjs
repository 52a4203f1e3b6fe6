import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { inRoot, root } from './root.mjs';
import { stopSignal } from './shutdown.mjs';

/** A command that ended badly, with what it printed. */
class CommandFailed extends Error {
  /** @param {string} command @param {number | string} code @param {string} output */
  constructor(command, code, output) {
    super(`\`${command}\` ended with ${code}.`);
    this.output = output;
  }
}

/** Command and arguments as they are spawned: our own `node_modules/.bin` first, Node by this very binary, npm by the
 * one that runs us.
 * @param {string} name
 * @param {string[]} args
 * @returns {[string, string[]]} */
export function resolveCommand(name, args) {
  if (name === 'node') return [process.execPath, args];
  const npm = process.env.npm_execpath;
  if (name === 'npm' && npm?.endsWith('npm-cli.js')) return [process.execPath, [npm, ...args]];
  // Through npx a signal reaches the wrapper only and the server stays on its port.
  if (name === 'next') return [process.execPath, [inRoot('node_modules/next/dist/bin/next'), ...args]];
  const local = inRoot('node_modules/.bin', name);
  return [existsSync(local) ? local : name, args];
}

/** Runs to the end, handing each line to `onLine`; rejects with the whole output unless the exit code is 0.
 * @param {string} name
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} [options]
 * @returns {Promise<string>} */
export function run(name, args, { env = process.env, onLine = () => {} } = {}) {
  const [command, rest] = resolveCommand(name, args);
  return new Promise((done, reject) => {
    const child = spawn(command, rest, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], signal: stopSignal });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        output += `${line}\n`;
        onLine(line);
      });
    }
    let failure;
    child.once('error', (error) => {
      failure = error;
      if (child.pid === undefined) reject(error);
    });
    child.once('close', (code, signal) => {
      if (failure) reject(failure);
      else if (code === 0) done(output);
      else reject(new CommandFailed([name, ...args].join(' '), code ?? signal ?? 'an unknown end', output));
    });
  });
}

/** Runs in the terminal of the caller; signals reach the child and end it first.
 * @param {string} name
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} the exit code */
export function runAttached(name, args, env = process.env) {
  const [command, rest] = resolveCommand(name, args);
  return new Promise((done, reject) => {
    // A group of its own: Ctrl-C would otherwise reach it twice, by the terminal and by us.
    const child = spawn(command, rest, { cwd: root, env, stdio: 'inherit', detached: true });
    const forward = (signal) => child.kill(signal);
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, forward);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const each of signals) process.off(each, forward);
      done(code ?? (signal ? 130 : 1));
    });
  });
}
