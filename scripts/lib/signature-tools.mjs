import { spawnSync } from 'node:child_process';
import { step } from './progress.mjs';
import { run } from './run.mjs';

/** Programs of other makers that judge our signatures, and the packages of Debian that bring them. */
const tools = {
  pdfsig: 'poppler-utils',
  mutool: 'mupdf-tools',
  qpdf: 'qpdf',
  certutil: 'libnss3-tools',
  openssl: 'openssl',
};

/** Installs what is missing of them, where that can be: as root, by the system's package manager. Elsewhere their tests
 * are counted as skipped; without them nothing else is missing. */
export async function ensureSignatureTools() {
  const missing = Object.entries(tools).filter(([name]) => spawnSync(name, ['-v']).error);
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (missing.length === 0 || process.getuid?.() !== 0 || !hasApt) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await step(`Installing ${missing.map(([name]) => name).join(', ')}`, async (onLine) => {
      await run('apt-get', ['update'], { env, onLine });
      const packages = missing.map(([, name]) => name);
      await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env, onLine });
    });
  } catch {
    console.log('They could not be installed: what they judge is counted as skipped.');
  }
}
