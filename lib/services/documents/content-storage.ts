import 'server-only';
import { asMachine } from '@/db/client';
import type { ContentPlace } from '@/lib/domain/document-content';
import { env } from '@/lib/env';
import type { ContentStorage } from '@/lib/storage/port';
import { s3Storage } from '@/lib/storage/s3';
import { chunkStorage, type Run } from './content-chunks';

/** Where new contents go: to S3 when STORAGE_URL names a bucket, otherwise into the database. */
export const presentPlace = (): ContentPlace => (env().STORAGE_URL ? 's3' : 'postgres');

/**
 * The storage of a place.
 * @param run transactions of whoever reads or writes: the fence of PostgreSQL's own storage
 * @throws Error when contents are in a bucket and STORAGE_URL is missing
 */
export function contentStorage(place: ContentPlace, run: Run): ContentStorage {
  if (place === 'postgres') return chunkStorage(run);
  const { STORAGE_URL } = env();
  if (!STORAGE_URL) throw new Error('Environment variable STORAGE_URL is missing; contents are kept in a bucket.');
  return s3Storage(STORAGE_URL);
}

/** As contents are written and cleaned up: by the system. */
export const systemStorage = (place: ContentPlace): ContentStorage =>
  contentStorage(place, (kind, work) => asMachine('system', kind, work));
