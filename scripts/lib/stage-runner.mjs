import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say, step } from './progress.mjs';
import { run } from './run.mjs';
import { stopSignal } from './shutdown.mjs';
import { countsLine, countsOf, sumCounts } from './test-counts.mjs';

const lanes = 2;

/** Runs the stages in their order, neighbours that may stand beside each other two at a time, and shows what a failing
 * one printed. Later stages still run: one visit should tell everything.
 * @param {import('./stages.mjs').Stage[]} stages
 * @returns {Promise<import('./test-counts.mjs').Counts>} */
export async function runStages(stages) {
  const results = new Map();
  const open = [...stages];
  while (open.length > 0 && !stopSignal.aborted) {
    const alone = open.findIndex((stage) => !stage.beside);
    const group = open.splice(0, alone === 0 ? 1 : alone < 0 ? open.length : alone);
    await Promise.all(Array.from({ length: lanes }, () => lane(group, results)));
  }
  return sumCounts([...results.values()]);
}

async function lane(group, results) {
  for (let stage = group.shift(); stage && !stopSignal.aborted; stage = group.shift()) {
    results.set(stage.name, await runStage(stage, results));
  }
}

async function runStage(stage, results) {
  if (stage.needs && results.get(stage.needs)?.failed !== 0) {
    say(`✗ ${stage.name}  needs ${stage.needs}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const folder = mkdtempSync(join(tmpdir(), 'signstash-stage-'));
  let result;
  try {
    await step(
      stage.name,
      async (onLine) => {
        result = await execute(stage, join(folder, 'report.json'), onLine);
        if (result.counts.failed > 0) throw new Error(stage.name);
        return result;
      },
      ({ counts }) => (stage.count === 'one' ? '' : countsLine(counts)),
    );
  } catch {
    // The step has been marked; what matters now is what the program said.
    say(result ? `${result.output.trimEnd()}\n  ${stage.name}: ${countsLine(result.counts)}` : '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return result?.counts ?? { passed: 0, failed: 1, skipped: 0 };
}

async function execute({ command: [name, ...args], count }, reportFile, onLine) {
  const reporting =
    count === 'vitest' ? ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`] : [];
  const env = {
    ...process.env,
    NO_COLOR: '1',
    ...(count === 'playwright' ? { PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile } : {}),
  };
  let [succeeded, output] = [true, ''];
  try {
    output = await run(name, [...args, ...reporting], { env, onLine });
  } catch (error) {
    succeeded = false;
    output = error?.output ?? String(error);
  }
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined;
  return { output, counts: countsOf(count, { succeeded, output, report }) };
}
