'use client';

import { useEffect, useState } from 'react';

/** What was read under each address since the page was opened: turning back costs nothing and shows the same rows. */
type Seen<A> = Map<string, A>;

const opened = new Map<string, Seen<unknown>>();
const mostOpened = 3;
const mostSeen = 60;

/** Kept beyond the component, so that Back from a detail page finds it; under a stamp of the one answer that opened it. */
function seenSince<A>(stamp: string, address: string, first: A): Seen<A> {
  if (typeof window === 'undefined') return new Map([[address, first]]);
  const known = opened.get(stamp) as Seen<A> | undefined;
  if (known) return known;
  if (opened.size >= mostOpened) opened.delete(opened.keys().next().value ?? '');
  const seen: Seen<A> = new Map([[address, first]]);
  opened.set(stamp, seen);
  return seen;
}

/** Why an answer did not come; the reference is the request's, where the server gave one. */
class AnswerFailed extends Error {
  constructor(readonly reference: string | null) {
    super('the list could not be read');
  }
}

/**
 * Reads JSON for a list. Whoever is not signed in any more is sent to sign in, by loading the page anew.
 * @throws AnswerFailed
 */
export async function fetchAnswer<A>(address: string, signal: AbortSignal): Promise<A> {
  const response = await fetch(address, { signal, headers: { accept: 'application/json' } }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new AnswerFailed(null);
  });
  if (response.ok) return response.json();
  if (response.status === 401) window.location.reload();
  throw new AnswerFailed(response.headers.get('x-request-id'));
}

const slowAfterMs = 300;
type Trouble = { address: string; reference: string | null };

type Given<A> = {
  /** Address of what shall be shown now; also its key. */
  address: string;
  opened: { stamp: string; address: string; answer: A };
  load: (address: string, signal: AbortSignal) => Promise<A>;
};

/**
 * The answer for an address: at once where it was seen before, else read. Until it comes the last one stays (`waiting`);
 * after 300 ms `slow` asks for a skeleton.
 */
export function useAnswers<A>({ address, opened: start, load }: Given<A>) {
  const [seen] = useState(() => seenSince(start.stamp, start.address, start.answer));
  const [shown, setShown] = useState(() => ({ address, answer: seen.get(address) ?? start.answer }));
  const [slow, setSlow] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const known = attempt >= 0 ? seen.get(address) : undefined;
    setTrouble(null);
    setSlow(false);
    if (known) {
      setShown({ address, answer: known });
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    load(address, stop.signal)
      .then((answer) => {
        if (seen.size >= mostSeen) seen.delete(seen.keys().next().value ?? '');
        seen.set(address, answer);
        setShown({ address, answer });
      })
      .catch((error: unknown) => {
        if (stop.signal.aborted) return;
        setTrouble({ address, reference: error instanceof AnswerFailed ? error.reference : null });
      })
      .finally(() => {
        clearTimeout(timer);
        if (!stop.signal.aborted) setSlow(false);
      });
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [address, attempt, load, seen]);

  return {
    answer: shown.answer,
    waiting: shown.address !== address,
    slow,
    trouble: trouble?.address === address ? trouble : null,
    seen,
    /** Reads again what is shown: "try again", and a search for what was already searched. */
    again: () => {
      seen.delete(address);
      setAttempt((count) => count + 1);
    },
  };
}
