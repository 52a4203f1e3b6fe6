import { z } from 'zod';
import type { Day } from './consumption-calendar';
import { parseDocumentId } from './document-content';
import {
  daySchema,
  idSchema,
  type ListNote,
  listReader,
  type RawParams,
  searchSchema,
  sizeSchema,
} from './list-reader';
import { type CommonField, lists } from './lists';
import { documentStatusSchema } from './operation';
import { isIndexed, matchModes, textMatchOf } from './text-match';

export const documentKinds = ['document', 'hash'] as const;
export type DocumentKind = (typeof documentKinds)[number];
/** The list of a kind: each has filters, columns and saved views of its own. */
export const listOfKind = { document: 'documents', hash: 'hashes' } as const satisfies Record<DocumentKind, string>;

/** Fields of a document in which a text is looked for; `any` of them. */
export const documentTexts = ['any', 'reference', 'name', 'invoice', 'nif'] as const;
export type DocumentText = (typeof documentTexts)[number];

/** Fewest digits of a hash that are looked for. */
const leastHash = 6;
const hashSchema = z.string().regex(/^[0-9a-f]{6,64}$/);
const matchSchema = z.strictObject({ mode: z.enum(matchModes), text: searchSchema });

/** What narrows the documents list or the hashes list. An empty list means any; days are local days, both included. */
export const documentFilterSchema = z.strictObject({
  kind: z.enum(documentKinds),
  service: idSchema.nullable(),
  issuer: idSchema.nullable(),
  partner: idSchema.nullable(),
  statuses: z.array(documentStatusSchema),
  texts: z.partialRecord(z.enum(documentTexts), matchSchema),
  /** Lower-case hexadecimal: a SHA-256 or its beginning. */
  hash: hashSchema.nullable(),
  from: daySchema,
  to: daySchema,
});
export type DocumentFilter = z.infer<typeof documentFilterSchema>;

const sorts = ['newest', 'oldest'] as const;
const placeSchema = z.string().refine((id) => parseDocumentId(id) !== null);

/** A filter together with the order and the page of it that is asked for; at most one of the two cursors is set. */
export const documentPageSchema = documentFilterSchema.extend({
  sort: z.enum(sorts),
  after: placeSchema.nullable(),
  before: placeSchema.nullable(),
  size: sizeSchema,
});
export type DocumentPage = z.infer<typeof documentPageSchema>;

type Field = (typeof lists.documents.filters)[number];
export type DocumentNote = ListNote<Field | CommonField>;

/** The parameter of the address for each field of a document. */
const textFields = {
  any: 'search',
  reference: 'reference',
  name: 'document',
  invoice: 'invoice',
  nif: 'nif',
} as const satisfies Record<DocumentText, Field>;

/**
 * Reads filter and page from an address. Never fails: what is malformed or unknown takes its default and leaves a note.
 * @param today local day of the installation's zone
 */
export function readDocumentPage(
  kind: DocumentKind,
  params: RawParams,
  today: Day,
): { page: DocumentPage; notes: DocumentNote[] } {
  const known: readonly string[] = lists[listOfKind[kind]].filters;
  const read = listReader<Field>(params, today);
  const texts: DocumentFilter['texts'] = {};
  for (const field of documentTexts) {
    const parameter = textFields[field];
    const given = known.includes(parameter) ? read.text(parameter) : null;
    if (given === null) continue;
    const match = textMatchOf(given);
    if (match) texts[field] = match;
    else read.notes.push({ field: parameter, reason: 'short' });
  }
  const hash = hashOf(read.text('hash'), read.notes);
  const service = read.one('service', idSchema);
  const open = service !== null || hash !== null || Object.values(texts).some(isIndexed);
  const page: DocumentPage = {
    kind,
    service,
    issuer: read.one('issuer', idSchema),
    partner: read.one('partner', idSchema),
    statuses: read.several('status', documentStatusSchema),
    texts,
    hash,
    ...read.days(open),
    ...read.page(sorts, placeSchema),
  };
  return { page, notes: read.notes };
}

/** A hash as people paste it: any case, perhaps in groups. */
function hashOf(given: string | null, notes: DocumentNote[]): string | null {
  if (given === null) return null;
  const digits = given.toLowerCase().replace(/[\s:-]/g, '');
  if (hashSchema.safeParse(digits).success) return digits;
  notes.push({ field: 'hash', reason: digits.length < leastHash ? 'short' : 'unknown' });
  return null;
}
