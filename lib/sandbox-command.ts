import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Kept, startSandbox } from './signing/sandbox/sandbox';
import { sandboxClient, sandboxUser, usualCredentials } from './signing/sandbox/usual-credentials';

// The sandbox authority as a process of its own: `--keep <file>` keeps its keys, credentials and grants over restarts.
const { values } = parseArgs({ options: { keep: { type: 'string' }, port: { type: 'string' } } });
const file = values.keep;
let written = '';
const kept: Kept | null = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;

const sandbox = await startSandbox({
  port: Number(values.port ?? kept?.port ?? 0),
  credentials: usualCredentials,
  users: { [sandboxUser.name]: sandboxUser.password },
  client: sandboxClient,
  ...(kept ? { kept } : {}),
});
keep();
// A grant that the product holds must not be forgotten here when somebody kills both.
setInterval(keep, 5_000);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
console.log(`sandbox ${sandbox.state.baseUrl}`);

function keep(): void {
  const present = JSON.stringify(sandbox.kept());
  if (!file || present === written) return;
  writeFileSync(`${file}.new`, present, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  written = present;
}

function stop(): void {
  keep();
  sandbox.stop().then(() => process.exit(0));
}
