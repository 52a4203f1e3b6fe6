import type { ExportFailure, ExportFormat, ExportState } from '@/lib/domain/export';

/** A background export as its operator sees it. Instants in milliseconds since 1970. */
export type ExportRun = {
  readonly id: string;
  readonly list: string;
  readonly format: ExportFormat;
  readonly state: ExportState;
  readonly failure: ExportFailure | null;
  /** Rows that its snapshot counted; null until it has begun. */
  readonly announced: number | null;
  readonly rows: number;
  readonly bytes: number;
  readonly createdAt: number;
  readonly finishedAt: number | null;
  /** Until when its file can be fetched; null unless it is done. */
  readonly expiresAt: number | null;
};

/** What an export of a list would hold, said before it begins: how many rows, of what, under which headers. */
export type ExportAnnouncement = {
  readonly rows: number;
  readonly filter: readonly string[];
  readonly columns: readonly string[];
};
