import 'server-only';
import { todayIn } from '@/lib/clock';
import type { Actor } from '@/lib/domain/actor';
import {
  type DocumentFilter,
  type DocumentKind,
  type DocumentPage,
  listOfKind,
  readDocumentPage,
} from '@/lib/domain/document-filter';
import type { RawParams } from '@/lib/domain/list-reader';
import { env } from '@/lib/env';
import { operationOptions } from '../operations';
import type { FilterOptions } from '../operations/schemas';
import { readAll } from '../read-all';
import { listViews } from '../views';
import type { KeptOfList } from '../views/schemas';
import { countDocuments } from './count';
import { listDocuments } from './list';
import type { DocumentsAnswer } from './schemas';

const filterOf = ({ sort: _, after: _after, before: _before, size: _size, ...filter }: DocumentPage): DocumentFilter =>
  filter;

const read = (kind: DocumentKind, params: RawParams) =>
  readDocumentPage(kind, params, todayIn(env().SIGNSTASH_TIME_ZONE));

/** A page of the list as the address asks for it, in one snapshot; without its total where the caller knows it. */
export async function answerDocuments(
  actor: Actor,
  kind: DocumentKind,
  params: RawParams,
  withTotal: boolean,
): Promise<DocumentsAnswer> {
  const { page, notes } = read(kind, params);
  const now = Date.now();
  if (!withTotal) {
    const { rows } = await readAll(actor, { rows: [listDocuments, page] });
    return { page, notes, rows, total: null, now };
  }
  const { rows, total } = await readAll(actor, {
    rows: [listDocuments, page],
    total: [countDocuments, filterOf(page)],
  });
  return { page, notes, rows, total, now };
}

/** The list's screen as it opens: the page, its total, what the filter menus offer and what is kept of the list. */
export async function openDocuments(
  actor: Actor,
  kind: DocumentKind,
  params: RawParams,
): Promise<{ answer: DocumentsAnswer; options: FilterOptions; kept: KeptOfList }> {
  const { page, notes } = read(kind, params);
  const { service, issuer, partner } = page;
  const { rows, total, options, kept } = await readAll(actor, {
    rows: [listDocuments, page],
    total: [countDocuments, filterOf(page)],
    options: [operationOptions, { service, issuer, partner, search: '' }],
    kept: [listViews, { list: listOfKind[kind] }],
  });
  return { answer: { page, notes, rows, total, now: Date.now() }, options, kept };
}
