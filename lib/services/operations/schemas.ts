import type { DocumentStatus, OperationSource, OperationStatus, OperationType } from '@/lib/domain/operation';
import type { FilterNote, OperationPage } from '@/lib/domain/operation-filter';
import type { PageRows } from '../page-rows';

/** One row of the list as it travels: a tuple, since fifty objects repeat every name fifty times. Instants in ms. */
export type OperationRow = readonly [
  id: string,
  receivedAt: number,
  finishedAt: number | null,
  status: OperationStatus,
  errorCode: string | null,
  reference: string,
  type: OperationType,
  source: OperationSource,
  items: number,
  failed: number,
  bytes: number,
  serviceId: string,
  serviceAlias: string,
  serviceName: string,
  issuerName: string,
  /** Null for a direct issuer. */
  partnerName: string | null,
];

export type OperationRows = PageRows<OperationRow>;

/** How many operations a filter lets through; `signedItems` where the roll-up knows it. */
export type OperationTotal = {
  readonly kind: 'exact' | 'atLeast';
  readonly operations: number;
  readonly signedItems: number | null;
};

/** A choice of a filter menu: id, name, and what tells it from others of that name. A null name: the service owner. */
export type FilterOption = readonly [id: string, name: string | null, detail: string];

/** Choices within scope; `more` says that there are further ones, to be found by typing. */
export type FilterOptions = {
  readonly services: readonly FilterOption[];
  readonly issuers: readonly FilterOption[];
  readonly partners: readonly FilterOption[];
  readonly more: { readonly services: boolean; readonly issuers: boolean; readonly partners: boolean };
};

/** One operation as it is exported, and whose it is. Instants in milliseconds since 1970. */
export type ExportedOperation = {
  readonly row: {
    readonly id: string;
    readonly receivedAt: number;
    readonly finishedAt: number | null;
    readonly status: OperationStatus;
    readonly error: string | null;
    readonly reference: string;
    readonly type: OperationType;
    readonly source: OperationSource;
    readonly items: number;
    readonly failed: number;
    readonly bytes: number;
    readonly serviceId: string;
  };
  readonly owner: {
    readonly alias: string | null;
    readonly service: string | null;
    readonly issuer: string | null;
    /** Null for a direct issuer. */
    readonly partner: string | null;
  };
};

export type OperationDocument = {
  /** `<operation id>.<seq>` */
  readonly id: string;
  readonly name: string | null;
  readonly mimeType: string | null;
  readonly sizeBytes: number | null;
  /** Lower-case hexadecimal. */
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
  } | null;
  readonly custodyUntil: string | null;
  readonly stored: boolean;
};

export type OperationDetail = {
  readonly id: string;
  readonly receivedAt: number;
  readonly finishedAt: number | null;
  readonly status: OperationStatus;
  readonly errorCode: string | null;
  readonly reference: string;
  readonly type: OperationType;
  readonly source: OperationSource;
  readonly items: number;
  readonly signed: number;
  readonly failed: number;
  readonly bytes: number;
  readonly certificate: string | null;
  readonly folderName: string | null;
  readonly recipients: readonly string[];
  readonly custodyUntil: string | null;
  readonly service: { readonly id: string; readonly alias: string; readonly name: string };
  readonly issuer: { readonly id: string; readonly name: string; readonly code: string };
  /** Null for a direct issuer. */
  readonly partner: { readonly id: string; readonly name: string } | null;
  readonly payer: { readonly kind: 'ISSUER' | 'PARTNER'; readonly name: string };
  /** In order of their number; at most `mostDocuments`. */
  readonly documents: readonly OperationDocument[];
};

/** Documents that a detail page shows; `items` tells how many there are. */
export const mostDocuments = 1000;

/** What the list's screen is drawn from, on the first page as on every change. */
export type OperationsAnswer = {
  /** The filter and page as they were understood. */
  readonly page: OperationPage;
  readonly notes: readonly FilterNote[];
  readonly rows: OperationRows;
  /** Null when the caller said that it knows it: a page turn changes no total. */
  readonly total: OperationTotal | null;
  /** Milliseconds since 1970, when it was read. */
  readonly now: number;
};
