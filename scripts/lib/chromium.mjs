import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { run } from './run.mjs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Finds a Chromium, or installs one: as root by the system's package manager, else by Playwright for this user alone.
 * @returns {Promise<string | undefined>} its path; undefined when Playwright brings its own */
export async function ensureChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`);
  const found = given ?? usual.find((path) => existsSync(path));
  if (found) return found;
  if (hasPlaywrightChromium()) return undefined;
  try {
    return await step('Installing Chromium', install);
  } catch (error) {
    throw Object.assign(
      new Error('No Chromium was found and none could be installed: install one and set CHROMIUM_PATH to it.'),
      { output: error?.output ?? String(error) },
    );
  }
}

async function install(report) {
  const onLine = report;
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (process.getuid?.() === 0 && hasApt) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { env, onLine });
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env, onLine });
    return usual.find((path) => existsSync(path));
  }
  await run('playwright', ['install', 'chromium'], { onLine });
  return undefined;
}

function hasPlaywrightChromium() {
  const mac = process.platform === 'darwin';
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH || join(homedir(), mac ? 'Library/Caches' : '.cache', 'ms-playwright');
  return existsSync(cache) && readdirSync(cache).some((name) => name.startsWith('chromium'));
}
