/** Too many are waiting already; whoever comes now should try again later. */
export class QueueFull extends Error {
  override name = 'QueueFull';
}

type Bounds = { running: number; waiting: number; longestWaitMs: number };

/**
 * Runs at most `running` works at once; up to `waiting` more stand in line, in order, no longer than `longestWaitMs`.
 * @returns a function that runs a work in the queue; it throws QueueFull when the line is full or too slow
 */
export function boundedQueue({ running, waiting, longestWaitMs }: Bounds) {
  const line: (() => void)[] = [];
  let busy = 0;

  async function enter(): Promise<void> {
    if (busy < running) {
      busy += 1;
      return;
    }
    if (line.length >= waiting) throw new QueueFull();
    await new Promise<void>((goOn, giveUp) => {
      const timer = setTimeout(() => {
        line.splice(line.indexOf(place), 1);
        giveUp(new QueueFull());
      }, longestWaitMs);
      const place = () => {
        clearTimeout(timer);
        goOn();
      };
      line.push(place);
    });
  }

  /** Hands the place to the next in line, so that nobody overtakes it. */
  function leave(): void {
    const next = line.shift();
    if (next) next();
    else busy -= 1;
  }

  return async function run<T>(work: () => Promise<T>): Promise<T> {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
