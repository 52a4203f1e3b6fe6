import { href, paths } from '@/lib/paths';
import type { DocumentValidation } from '@/lib/services/documents/validate';

/** Why a content that could be asked for did not come. */
export const contentTroubles = [
  'content_awaited',
  'content_lost',
  'content_purged',
  'content_not_stored',
  'content_too_demanding',
  'closed',
  'damaged',
  'unreachable',
] as const;
export type ContentTrouble = (typeof contentTroubles)[number];

export type Trouble = { readonly trouble: ContentTrouble; readonly reference: string | null };
export type Fetched = { readonly bytes: Uint8Array<ArrayBuffer> } | Trouble;

/** Fetches a document's content, once: each time is a look that is recorded. */
export const fetchContent = (id: string): Promise<Fetched> =>
  asked(href(paths.documentContent(id)), async (answer) => ({ bytes: new Uint8Array(await answer.arrayBuffer()) }));

/** Asks for a verdict on a document's signatures, which is recorded too. */
export const fetchValidation = (id: string): Promise<{ readonly validation: DocumentValidation } | Trouble> =>
  asked(href(paths.documentValidation(id)), async (answer) => ({ validation: await answer.json() }));

async function asked<Answer>(address: string, read: (answer: Response) => Promise<Answer>): Promise<Answer | Trouble> {
  try {
    const answer = await fetch(address);
    if (answer.ok) return await read(answer);
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
