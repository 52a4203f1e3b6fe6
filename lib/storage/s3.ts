import { openAsBlob } from 'node:fs';
import { S3mini } from 's3mini';
import { unavailable } from '@/lib/domain/errors';
import { log } from '@/lib/log';
import type { ContentAddress, ContentSource, ContentStorage } from './port';

const patienceMs = 60_000;
const anything = 'application/octet-stream';

/**
 * Contents in a bucket of an S3-compatible service, under `<issuer>/<SHA-256>`.
 * @param url STORAGE_URL: `s3://<key>:<secret>@<host>/<bucket>?region=<region>`, spoken over https; `s3+http://` speaks
 *   plain http, for a server on the same machine
 */
export function s3Storage(url: string): ContentStorage {
  const client = clientOf(new URL(url));
  return {
    async put(address, source) {
      const blob = await blobOf(source);
      await asked(client.putObject(keyOf(address), blob, anything, undefined, checksumOf(address), source.size));
    },
    async get(address) {
      const response = await asked(client.getObjectResponse(keyOf(address)));
      return response?.body ?? null;
    },
    async delete(address) {
      await asked(client.deleteObject(keyOf(address)));
    },
    async exists(address) {
      return (await asked(client.objectExists(keyOf(address)))) === true;
    },
  };
}

/** What the service did not do may be tried again; why is for the log alone. */
async function asked<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    log().error({ err: error }, 'the bucket of contents did not answer as it should');
    throw Object.assign(unavailable(), { cause: error });
  }
}

function clientOf(url: URL): S3mini {
  const scheme = url.protocol === 's3+http:' ? 'http' : 'https';
  return new S3mini({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    endpoint: `${scheme}://${url.host}${url.pathname}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    requestAbortTimeout: patienceMs,
  });
}

const keyOf = ({ issuerId, sha256 }: ContentAddress): string => `${issuerId}/${sha256}`;

/** A file as a Blob: sent from the disk, its length known beforehand. */
const blobOf = ({ file }: ContentSource): Promise<Blob> => openAsBlob(file, { type: anything });

/** The service compares what arrives with this and refuses anything else: the signature leaves the body out. */
const checksumOf = ({ sha256 }: ContentAddress) => ({
  'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
});
