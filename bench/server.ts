import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchContext } from './context';
import { interleaved } from './load';
import { median } from './report';
import type { Result } from './table';

/** P15, P16: cold start of the server to its first 200, and resident memory after load. */
export async function server(context: BenchContext): Promise<Result[]> {
  const starts: number[] = [];
  for (let round = 0; round < 5; round++) starts.push(await coldStart());
  const start = median(starts);
  const { cookies, baseUrl } = context;
  const load = ['/operations', '/dashboard', '/api/lists/operations'].map((path) => ({
    name: path,
    url: `${baseUrl}${path}`,
    headers: { cookie: cookies.administrator },
  }));
  await interleaved(load, 10);
  const memory = await residentMebibytes();
  return [
    {
      id: 'P15',
      what: 'cold start to the first 200',
      ratio: `${start.toFixed(0)} ms`,
      bar: '<= 1000 ms',
      holds: start <= 1000,
      sides: `of ${starts.map(Math.round).join(', ')}`,
    },
    {
      id: 'P16',
      what: 'resident memory after load',
      ratio: `${memory} MiB`,
      bar: '<= 350 MiB',
      holds: memory <= 350,
      sides: process.env.BENCH_HEAP ?? '',
    },
  ];
}

/** Milliseconds from spawning the server to its first 200 on /api/ready (database included). */
async function coldStart(): Promise<number> {
  const port = await freePort();
  const since = performance.now();
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(port)], {
    cwd: process.env.BENCH_TREE,
    env: { ...process.env, PORT: String(port), NODE_ENV: 'production', NEXT_MANUAL_SIG_HANDLE: 'true', WORKER: 'off' },
    stdio: 'ignore',
  });
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/ready`).catch(() => null);
      if (answer?.ok) return performance.now() - since;
      if (performance.now() - since > 30_000) throw new Error('the server was not ready within 30 s');
      await sleep(10);
    }
  } finally {
    // The next start would share the processor with this end.
    if (child.kill('SIGTERM')) await once(child, 'exit');
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (typeof address !== 'object' || address === null) throw new Error('no port is free');
  return address.port;
}

async function residentMebibytes(): Promise<number> {
  const { pid } = JSON.parse(await readFile(process.env.BENCH_SERVER_NOTE ?? '', 'utf8')) as { pid: number };
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
