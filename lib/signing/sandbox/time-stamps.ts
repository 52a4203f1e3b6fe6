import type { Digest } from '@/lib/domain/signature';
import { digestOid } from '../cms/oids';
import { timeStampRequest, tokenIn } from '../cms/time-stamp';
import { invalidRequest, stringIn } from './refusal';
import type { SandboxState } from './state';

type Json = Readonly<Record<string, unknown>>;

/** signatures/timestamp (11.10): what the time-stamp authority of the sandbox answers to a request made of the hash. */
export async function timeStampOver(state: SandboxState, body: Json): Promise<Json> {
  const hash = Buffer.from(stringIn(body, 'hash'), 'base64');
  if (hash.length === 0) throw invalidRequest('Empty hash parameter');
  const oid = stringIn(body, 'hashAlgo');
  const digest = (Object.keys(digestOid) as Digest[]).find((each) => digestOid[each] === oid);
  if (!digest) throw invalidRequest('Invalid parameter hashAlgo');
  if (body.nonce !== undefined && !/^[0-9a-f]+$/i.test(String(body.nonce)))
    throw invalidRequest('Invalid parameter nonce');
  const request = timeStampRequest({ hash, digest, nonce: Buffer.from(String(body.nonce ?? '00'), 'hex') });
  const token = tokenIn(await state.pki.timeStamp(request));
  return { timestamp: Buffer.from(token).toString('base64') };
}
