const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Runs one step of a command and shows it: on a terminal one line whose seconds tick, with the last line that the step
 * reported; elsewhere a line when it has ended (and one at the beginning of a step that takes over two seconds).
 * @template T
 * @param {string} title
 * @param {(report: (line: string) => void) => Promise<T>} work
 * @returns {Promise<T>} */
export async function step(title, work) {
  const since = Date.now();
  const live = process.stdout.isTTY;
  let detail = '';
  const draw = () => {
    const width = (process.stdout.columns ?? 80) - 1;
    process.stdout.write(`\r\x1b[2K${`  ${title} … ${seconds(since)}  ${detail}`.slice(0, width)}`);
  };
  const timer = live ? setInterval(draw, 100) : setTimeout(() => console.log(`  ${title} …`), 2000);
  const close = (mark) => {
    clearInterval(timer);
    if (live) process.stdout.write('\r\x1b[2K');
    console.log(`${mark} ${title}  ${seconds(since)}`);
  };
  try {
    const result = await work((line) => {
      detail = line.trim().replaceAll('\t', ' ');
    });
    close('✓');
    return result;
  } catch (error) {
    close('✗');
    throw error;
  }
}

/** Ends a command that failed: the sentence, and what the failing program printed.
 * @param {unknown} error */
export function fail(error) {
  const output = error instanceof Error && 'output' in error ? String(error.output) : '';
  if (output) console.error(output.trimEnd());
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
