import 'server-only';
import type { z } from 'zod';
import { type DocumentKind, documentTexts, readDocumentPage } from '@/lib/domain/document-filter';
import { documentStatuses } from '@/lib/domain/operation';
import { exportDocuments } from '../documents';
import { exported } from './declare';
import type { Words } from './words';

const statusWords = ({ v }: Words) =>
  new Map<string, string>(documentStatuses.map((each) => [each, v(`documentStatus.${each}`)]));

/** The list of a kind as a file: the columns of the list by the names of its address, and what a file has room for. */
const exportOf = (kind: DocumentKind) =>
  exported({
    verb: exportDocuments,
    read: (params, today) => {
      const { after: _after, before: _before, size: _size, ...asked } = readDocumentPage(kind, params, today).page;
      return asked;
    },
    columns: (words) => columnsOf(words).filter(({ id }) => kind === 'document' || !documentOnly.includes(id)),
    filter: (input, names, words) => filterWords(input, names, words),
  });

/** Lists of documents that can be exported. */
export const documentExports = { documents: exportOf('document'), hashes: exportOf('hash') };

type Exported = Awaited<ReturnType<Awaited<ReturnType<typeof exportDocuments.run>>['next']>>[number];
type Column = {
  id: string;
  label: string;
  kind: 'text' | 'number' | 'instant';
  value: (row: Exported) => string | number | null;
};

const documentOnly = ['name', 'invoice', 'atcud', 'nif', 'total', 'size'];

function columnsOf(words: Words): Column[] {
  const { t } = words;
  const statuses = statusWords(words);
  const direct = t('direct');
  const text = (id: Parameters<typeof label>[0], value: Column['value']): Column => ({
    id,
    label: label(id),
    kind: 'text',
    value,
  });
  const label = (
    id: Exclude<keyof typeof import('@/lib/i18n/messages/en/export-file.json')['documents'], 'any'>,
  ): string => t(`documents.${id}`);
  return [
    { ...text('received', ({ receivedAt }) => receivedAt), kind: 'instant' },
    text('status', ({ status }) => statuses.get(status) ?? status),
    text('error', ({ error }) => error),
    text('partner', ({ partner }) => partner ?? direct),
    text('issuer', ({ issuer }) => issuer),
    text('service', ({ alias }) => alias),
    text('serviceName', ({ service }) => service),
    text('name', ({ name }) => name),
    text('reference', ({ reference }) => reference),
    text('invoice', ({ invoice }) => invoice),
    text('atcud', ({ atcud }) => atcud),
    text('nif', ({ nif }) => nif),
    { ...text('total', ({ total }) => total), kind: 'number' },
    text(
      'level',
      ({ signatureFormat, signatureLevel }) => [signatureFormat, signatureLevel].filter(Boolean).join(' ') || null,
    ),
    { ...text('timeStamp', ({ timeStampAt }) => timeStampAt), kind: 'instant' },
    { ...text('size', ({ size }) => size), kind: 'number' },
    text('hash', ({ hash }) => hash),
    text('custody', ({ custodyUntil }) => custodyUntil),
    text('id', ({ operationId, seq }) => `${operationId}.${seq}`),
  ];
}

type Asked = z.output<typeof exportDocuments.input>;

function filterWords(filter: Asked, names: Readonly<Record<string, string>>, words: Words): string[] {
  const { t, format } = words;
  const statuses = statusWords(words);
  const said = (name: string, value: string | null): string[] => (value ? [t('part', { name, value })] : []);
  return [
    ...said(t('documents.received'), t('days', { from: format.day(filter.from), to: format.day(filter.to) })),
    ...(['service', 'issuer', 'partner'] as const).flatMap((field) =>
      said(t(`documents.${field}`), filter[field] === null ? null : (names[field] ?? t('unknown'))),
    ),
    ...said(t('documents.status'), filter.statuses.map((each) => statuses.get(each) ?? each).join(' / ')),
    ...documentTexts.flatMap((field) => {
      const match = filter.texts[field];
      return match ? said(t(`documents.${field}`), t(modes[match.mode], { text: match.text })) : [];
    }),
    ...said(t('documents.hash'), filter.hash && t('begins', { text: filter.hash })),
    t(`order.${filter.sort}`),
  ];
}

const modes = { exact: 'is', prefix: 'begins', contains: 'contains' } as const;
