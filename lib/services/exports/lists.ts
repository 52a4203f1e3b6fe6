import 'server-only';
import { consumptionExports } from './consumption';
import type { ListExport } from './declare';
import { directoryExports } from './directories';
import { documentExports } from './documents';
import { operationsExport } from './operations';

/** Lists that can be exported, by their name in the address. A new one is a line here. */
export const exportLists = {
  operations: operationsExport,
  ...documentExports,
  ...directoryExports,
  ...consumptionExports,
} as const satisfies Record<string, ListExport>;

export type ExportListName = keyof typeof exportLists;

/** The list of a name, or null. */
export function exportListOf(name: string): ExportListName | null {
  return Object.hasOwn(exportLists, name) ? (name as ExportListName) : null;
}
