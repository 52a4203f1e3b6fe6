import { timeOfId } from './ids';
import type { DocumentStatus, OperationSource, OperationType } from './operation';

/** Most bytes of one content: 25 MiB. */
export const mostContentBytes = 25 * 1_048_576;

/** Where contents may be kept: in the database itself, or in a bucket. */
export const contentPlaces = ['postgres', 's3'] as const;
export type ContentPlace = (typeof contentPlaces)[number];

/** What a document's public id, `<operation id>.<seq>`, names; `time` is the reception in milliseconds since 1970. */
export type DocumentKey = { readonly operationId: string; readonly seq: number; readonly time: number };

const form = /^([0-9a-f-]{36})\.([1-9]\d{0,5})$/;

/** The parts of a document's id, or null when it is none. */
export function parseDocumentId(id: string): DocumentKey | null {
  const [, operationId = '', seq = ''] = form.exec(id) ?? [];
  const time = timeOfId(operationId);
  return time === null ? null : { operationId, seq: Number(seq), time };
}

/** Why a document has content, or none. `details_only`: it stayed behind the on-premise proxy. */
export type ContentState = 'stored' | 'details_only' | 'hash' | 'purged' | 'not_stored';

type Facts = {
  readonly type: OperationType;
  readonly source: OperationSource;
  readonly status: DocumentStatus;
  readonly name: string | null;
  readonly stored: boolean;
};

/** What a document's own row tells about its content. A hash item is a document without name and content. */
export function contentStateOf({ type, source, status, name, stored }: Facts): ContentState {
  if (type === 'HASH' || name === null) return 'hash';
  if (status === 'PURGED') return 'purged';
  if (source === 'PROXY') return 'details_only';
  return stored ? 'stored' : 'not_stored';
}
