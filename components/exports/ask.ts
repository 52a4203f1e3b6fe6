import { href } from '@/lib/paths';

/** Why the server did not do what was asked; `code` is its own where it gave one. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}

/** Asks an address of ours. @throws Refused */
export async function ask(path: string, method: 'GET' | 'POST' | 'DELETE' = 'GET'): Promise<Response> {
  const response = await fetch(href(path), { method, headers: { accept: 'application/json' } }).catch(() => null);
  if (response === null) throw new Refused('unreachable');
  if (response.ok) return response;
  const said: unknown = await response.json().catch(() => null);
  const { code, details } = Object(said);
  throw new Refused(typeof code === 'string' ? code : 'unexpected', Object(details));
}
