import { openAsBlob } from 'node:fs';
import { S3mini } from 's3mini';
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
      await client.putObject(
        keyOf(address),
        await blobOf(source),
        anything,
        undefined,
        checksumOf(address),
        source.size,
      );
    },
    async get(address) {
      const response = await client.getObjectResponse(keyOf(address));
      return response?.body ?? null;
    },
    async delete(address) {
      await client.deleteObject(keyOf(address));
    },
    async exists(address) {
      return (await client.objectExists(keyOf(address))) === true;
    },
  };
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
