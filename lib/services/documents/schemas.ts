import type { ContentState } from '@/lib/domain/document-content';
import type { DocumentNote, DocumentPage } from '@/lib/domain/document-filter';
import type { DocumentStatus, OperationSource, OperationStatus, OperationType } from '@/lib/domain/operation';
import type { PageRows } from '../page-rows';

/** One row of the list as it travels: a tuple. Instants in milliseconds, amounts as decimal text. */
export type DocumentRow = readonly [
  /** `<operation id>.<seq>` */
  id: string,
  receivedAt: number,
  status: DocumentStatus,
  errorCode: string | null,
  /** Null for a hash. */
  name: string | null,
  reference: string,
  invoiceNumber: string | null,
  recipientNif: string | null,
  total: string | null,
  signatureFormat: string | null,
  signatureLevel: string | null,
  sizeBytes: number | null,
  /** Lower-case hexadecimal. */
  sha256: string,
  serviceAlias: string,
  serviceName: string,
  issuerName: string,
  /** Null for a direct issuer. */
  partnerName: string | null,
];

export type DocumentRows = PageRows<DocumentRow>;

/** One document as it is exported. Instants in milliseconds since 1970. */
export type ExportedDocument = {
  readonly operationId: string;
  readonly seq: number;
  readonly receivedAt: number;
  readonly status: DocumentStatus;
  readonly error: string | null;
  readonly name: string | null;
  readonly reference: string;
  readonly invoice: string | null;
  readonly atcud: string | null;
  readonly nif: string | null;
  readonly total: number | null;
  readonly signatureFormat: string | null;
  readonly signatureLevel: string | null;
  readonly timeStampAt: number | null;
  readonly size: number | null;
  readonly hash: string;
  readonly custodyUntil: string | null;
  readonly alias: string | null;
  readonly service: string | null;
  readonly issuer: string | null;
  /** Null for a direct issuer. */
  readonly partner: string | null;
};

/** How many documents a filter lets through, counted up to a bound. */
export type DocumentTotal = { readonly kind: 'exact' | 'atLeast'; readonly documents: number };

/** What the list's screen is drawn from, on the first page as on every change. */
export type DocumentsAnswer = {
  readonly page: DocumentPage;
  readonly notes: readonly DocumentNote[];
  readonly rows: DocumentRows;
  /** Null when the caller said that it knows it: a page turn changes no total. */
  readonly total: DocumentTotal | null;
  /** Milliseconds since 1970, when it was read. */
  readonly now: number;
};

/** One document or hash with what its operation tells. Instants in milliseconds since 1970. */
export type DocumentDetail = {
  /** `<operation id>.<seq>` */
  readonly id: string;
  readonly seq: number;
  readonly name: string | null;
  readonly mimeType: string | null;
  readonly sizeBytes: number | null;
  readonly sha256: string;
  readonly status: DocumentStatus;
  readonly errorCode: string | null;
  readonly signatureFormat: string | null;
  readonly signatureLevel: string | null;
  readonly timeStampAt: number | null;
  readonly invoice: {
    readonly number: string | null;
    readonly atcud: string | null;
    readonly recipientNif: string | null;
    readonly total: string | null;
  };
  /** Local day, the last of custody. */
  readonly custodyUntil: string | null;
  readonly content: ContentState;
  readonly operation: {
    readonly id: string;
    readonly reference: string;
    readonly receivedAt: number;
    readonly type: OperationType;
    readonly source: OperationSource;
    readonly status: OperationStatus;
    readonly items: number;
    readonly certificate: string | null;
    readonly folderName: string | null;
  };
  readonly service: { readonly id: string; readonly alias: string; readonly name: string };
  readonly issuer: { readonly id: string; readonly name: string; readonly code: string };
  /** Null for a direct issuer. */
  readonly partner: { readonly id: string; readonly name: string } | null;
};
