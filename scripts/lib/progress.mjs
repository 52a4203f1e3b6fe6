const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Steps under way, in the order in which they began. @type {Map<string, { since: number, detail: string }>} */
const running = new Map();
let ticker;

/** Runs one step of a command and shows it: on a terminal in a line whose seconds tick, with what the step last
 * reported; elsewhere in a line when it has ended (and one at the beginning of a step that takes over two seconds).
 * @template T
 * @param {string} title
 * @param {(report: (line: string) => void) => Promise<T>} work
 * @param {(result: T) => string} [summary] said at the end of the line
 * @returns {Promise<T>} */
export async function step(title, work, summary = () => '') {
  const entry = { since: Date.now(), detail: '' };
  running.set(title, entry);
  const quiet = process.stdout.isTTY ? undefined : setTimeout(() => console.log(`  ${title} …`), 2000);
  if (process.stdout.isTTY) ticker ??= setInterval(draw, 100);
  const close = (mark, text) => {
    clearTimeout(quiet);
    running.delete(title);
    say(`${mark} ${title}  ${seconds(entry.since)}${text && `  ${text}`}`);
  };
  try {
    const result = await work((line) => {
      entry.detail = line.trim().replaceAll('\t', ' ');
    });
    close('✓', summary(result));
    return result;
  } catch (error) {
    close('✗', '');
    throw error;
  }
}

/** Prints a line above the one that ticks.
 * @param {string} line */
export function say(line) {
  if (ticker) process.stdout.write('\r\x1b[2K');
  console.log(line);
  if (ticker && running.size === 0) {
    clearInterval(ticker);
    ticker = undefined;
  }
}

function draw() {
  const parts = [...running].map(([title, { since, detail }]) => `${title} … ${seconds(since)}  ${detail}`);
  const width = (process.stdout.columns ?? 80) - 1;
  process.stdout.write(`\r\x1b[2K${`  ${parts.join('  ·  ')}`.slice(0, width)}`);
}

/** Ends a command that failed: what the failing program printed, and the sentence.
 * @param {unknown} error */
export function fail(error) {
  const output = error instanceof Error && 'output' in error ? String(error.output) : '';
  if (output) console.error(output.trimEnd());
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
