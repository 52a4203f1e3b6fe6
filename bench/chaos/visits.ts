import { setTimeout as sleep } from 'node:timers/promises';
import { signIn } from '../context';

/** An answer that a visitor got. Times are milliseconds of `performance.now()`; status 0: none came. */
export type Visit = {
  path: string;
  began: number;
  ended: number;
  status: number;
  /** Whether the page tells a reference under which the log knows what happened. */
  reference: boolean;
};

const longestAnswerMs = 15_000;
const pauseMs = 50;
/** Next writes the reference of a failed page into its payload; error.tsx shows it. */
const referencePattern = /\\?"digest\\?":\s*\\?"\d+/;

/** Asks for one address, as a browser that does not follow redirects. */
async function visit(baseUrl: string, path: string, cookie: string): Promise<Visit> {
  const began = performance.now();
  try {
    const answer = await fetch(`${baseUrl}${path}`, {
      redirect: 'manual',
      headers: { cookie, accept: 'text/html' },
      signal: AbortSignal.timeout(longestAnswerMs),
    });
    const text = await answer.text();
    return { path, began, ended: performance.now(), status: answer.status, reference: referencePattern.test(text) };
  } catch {
    return { path, began, ended: performance.now(), status: 0, reference: false };
  }
}

/** Asks for these addresses in turn until `stopping`. */
export async function browse(
  baseUrl: string,
  paths: readonly string[],
  cookie: string,
  stopping: AbortSignal,
  visits: Visit[],
): Promise<void> {
  while (!stopping.aborted) {
    for (const path of paths) {
      visits.push(await visit(baseUrl, path, cookie));
      await sleep(pauseMs);
    }
  }
}

/** Signs in again and again, each time on the record: entries of the audit log are among what is being written. */
export async function comeAndGo(baseUrl: string, email: string, stopping: AbortSignal): Promise<number> {
  let entered = 0;
  while (!stopping.aborted) {
    const cookie = await signIn(baseUrl, email).catch(() => '');
    if (cookie) entered += 1;
    await sleep(10 * pauseMs);
  }
  return entered;
}
