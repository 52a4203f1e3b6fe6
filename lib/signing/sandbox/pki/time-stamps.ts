import { createHash, randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import { Accuracy, ContentInfo, PKIStatusInfo, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs';
import { signedAttributes } from '../../cms/attributes';
import { oid } from '../../cms/oids';
import { signedData } from '../../cms/signed-data';
import { derOf, type Issued, wholeSecond } from './certificates';
import { hashSigner } from './keys';

/** Answers a request for a time stamp (RFC 3161), signed by `tsa`. */
export function timeStampResponse(
  request: Uint8Array,
  tsa: Issued,
  chain: readonly Uint8Array[],
  now: Date,
): Uint8Array {
  const asked = TimeStampReq.fromBER(Uint8Array.from(request).buffer);
  const info = new TSTInfo({
    version: 1,
    policy: '1.3.6.1.4.1.99999.1',
    messageImprint: asked.messageImprint,
    serialNumber: new asn1js.Integer({ valueHex: Uint8Array.from([0x40, ...randomBytes(8)]).buffer }),
    genTime: wholeSecond(now),
    accuracy: new Accuracy({ seconds: 1 }),
    ...(asked.nonce ? { nonce: asked.nonce } : {}),
  });
  const bytes = new Uint8Array(info.toSchema().toBER());
  const certificate = derOf(tsa);
  const digest = createHash('sha256').update(bytes).digest();
  const attributes = signedAttributes({ digest, algorithm: 'SHA-256', certificate, contentType: oid.tstInfo });
  const hash = createHash('sha256').update(attributes.der).digest();
  const token = signedData({
    attributes,
    signature: hashSigner(tsa.keys, 'RSA')(hash, 'SHA-256'),
    chain: asked.certReq ? [certificate, ...chain] : [certificate],
    algorithm: 'SHA-256',
    keyAlgorithm: 'RSA',
    content: { type: oid.tstInfo, bytes },
  });
  const response = new TimeStampResp({
    status: new PKIStatusInfo({ status: 0 }),
    timeStampToken: ContentInfo.fromBER(Uint8Array.from(token).buffer),
  });
  return new Uint8Array(response.toSchema().toBER());
}
