import 'server-only';
import type { RawParams } from '@/lib/domain/list-reader';

/** Where a page of activity begins, as the address says it. */
export function cursorOf({ before }: RawParams): string | null {
  return typeof before === 'string' ? before : null;
}
