import { href, paths } from '@/lib/paths';

/** Why a content that could be asked for did not come. */
export const contentTroubles = [
  'content_awaited',
  'content_lost',
  'content_purged',
  'content_not_stored',
  'closed',
  'damaged',
  'unreachable',
] as const;
export type ContentTrouble = (typeof contentTroubles)[number];

export type Fetched =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly trouble: ContentTrouble; readonly reference: string | null };

/** Fetches a document's content, once: each time is a look that is recorded. */
export async function fetchContent(id: string): Promise<Fetched> {
  try {
    const answer = await fetch(href(paths.documentContent(id)));
    if (answer.ok) return { bytes: new Uint8Array(await answer.arrayBuffer()) };
    const said: unknown = await answer.json().catch(() => null);
    return { trouble: troubleOf(answer.status, textOf(said, 'code')), reference: textOf(said, 'requestId') };
  } catch {
    return { trouble: 'unreachable', reference: null };
  }
}

function troubleOf(status: number, code: string | null): ContentTrouble {
  const known = contentTroubles.find((each) => each === code);
  return known ?? ([401, 403, 404].includes(status) ? 'closed' : 'unreachable');
}

function textOf(said: unknown, field: string): string | null {
  const value = typeof said === 'object' && said !== null ? Reflect.get(said, field) : null;
  return typeof value === 'string' ? value : null;
}
