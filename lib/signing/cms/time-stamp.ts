import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import type { Digest } from '@/lib/domain/signature';
import { octets } from './attributes';
import { integer } from './integer';
import { digestOid } from './oids';

/** A request for a time stamp over a hash (RFC 3161, 2.4.1), DER; the certificate is wanted inside. */
export function timeStampRequest(of: { hash: Uint8Array; digest: Digest; nonce: Uint8Array }): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: digestOid[of.digest], algorithmParams: new asn1js.Null() }),
      hashedMessage: octets(of.hash),
    }),
    nonce: integer(of.nonce),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/**
 * The token of a response (RFC 3161, 2.4.2), DER.
 * @throws Error when the authority granted none
 */
export function tokenIn(response: Uint8Array): Uint8Array {
  const { status, timeStampToken } = TimeStampResp.fromBER(Uint8Array.from(response).buffer);
  if (status.status > 1 || !timeStampToken) throw new Error('The time-stamp authority granted no token.');
  return new Uint8Array(timeStampToken.toSchema().toBER());
}

/** What a token says: when, and over which hash. Says nothing of whether it is genuine. */
export function readToken(token: Uint8Array): { at: Date; hash: Uint8Array } {
  const data = new SignedData({ schema: ContentInfo.fromBER(Uint8Array.from(token).buffer).content });
  const content = data.encapContentInfo.eContent;
  if (!content) throw new Error('A time-stamp token without content.');
  const info = TSTInfo.fromBER(
    Uint8Array.from(content.getValue() instanceof ArrayBuffer ? new Uint8Array(content.getValue()) : []).buffer,
  );
  return { at: info.genTime, hash: new Uint8Array(info.messageImprint.hashedMessage.valueBlock.valueHexView) };
}

/** The certificates that a token carries, DER, in the order of issue: the one that stamped first. */
export function certificatesIn(token: Uint8Array): readonly Uint8Array[] {
  const { certificates } = new SignedData({ schema: ContentInfo.fromBER(Uint8Array.from(token).buffer).content });
  const all = (certificates ?? []).filter((each) => each instanceof Certificate);
  const isAuthority = (each: Certificate) => all.some((other) => other !== each && other.issuer.isEqual(each.subject));
  const ordered: Certificate[] = [];
  for (let next = all.find((each) => !isAuthority(each)); next && !ordered.includes(next); ) {
    const last: Certificate = next;
    ordered.push(last);
    next = all.find((each) => each !== last && each.subject.isEqual(last.issuer));
  }
  return ordered.map((each) => new Uint8Array(each.toSchema().toBER()));
}
