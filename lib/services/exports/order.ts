import 'server-only';
import { z } from 'zod';
import { todayIn } from '@/lib/clock';
import { Failure, notFound } from '@/lib/domain/errors';
import { exportFormats } from '@/lib/domain/export';
import type { RawParams } from '@/lib/domain/operation-filter';
import { env } from '@/lib/env';
import type { Order } from './deliver';
import { exportListOf, exportLists } from './lists';
import { wordsOf } from './words';

/**
 * What the address of an export asks for: the list by its name, its filters as the list reads them, `columns` by name
 * joined by commas, and the format where one is named.
 * @throws Failure not_found when there is no such list, invalid for an unknown format
 */
export function readOrder(
  name: string,
  { format: rawFormat, columns: rawColumns, ...params }: RawParams,
  language: 'pt' | 'en',
): Omit<Order, 'format'> & { format: Order['format'] | null } {
  const list = exportListOf(name);
  if (list === null) throw notFound();
  const format = z
    .enum(exportFormats)
    .nullable()
    .safeParse(rawFormat ?? null);
  if (!format.success) throw new Failure('invalid', 'invalid', { format: exportFormats.join(', ') });
  const zone = env().SIGNSTASH_TIME_ZONE;
  const named = (typeof rawColumns === 'object' ? rawColumns.join(',') : (rawColumns ?? '')).split(',');
  return {
    list,
    format: format.data,
    input: exportLists[list].input(params, todayIn(zone)),
    columns: exportLists[list].choose(named, wordsOf(language, zone)),
  };
}
