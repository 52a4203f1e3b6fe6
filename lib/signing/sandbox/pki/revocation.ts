import * as asn1js from 'asn1js';
import { BasicOCSPResponse, Certificate, OCSPRequest, OCSPResponse, ResponseBytes, SingleResponse } from 'pkijs';
import { setNodeCrypto } from '../../node-engine';
import { x509 } from '../../x509';
import { derOf, type Issued, wholeSecond } from './certificates';

setNodeCrypto();

/** What was revoked: serial numbers in upper-case hexadecimal, when and why (RFC 5280, 5.3.1; 6 is a suspension). */
export type Revoked = ReadonlyMap<string, { readonly at: Date; readonly reason: number }>;

const dayMs = 86_400_000;
export const hexOf = (bytes: ArrayBuffer | Uint8Array): string =>
  Buffer.from(new Uint8Array(bytes))
    .toString('hex')
    .replace(/^(00)+/, '')
    .toUpperCase();

/** Answers a request whether certificates are good (RFC 6960), good for a day, signed by `responder`. */
export async function ocspResponse(
  request: Uint8Array,
  responder: Issued,
  revoked: Revoked,
  now: Date,
): Promise<Uint8Array> {
  const asked = OCSPRequest.fromBER(Uint8Array.from(request).buffer);
  const basic = new BasicOCSPResponse();
  const signer = Certificate.fromBER(Uint8Array.from(derOf(responder)).buffer);
  basic.tbsResponseData.responderID = signer.subject;
  basic.tbsResponseData.producedAt = wholeSecond(now);
  basic.tbsResponseData.responses = asked.tbsRequest.requestList.map(({ reqCert }) => {
    const single = new SingleResponse({ certID: reqCert });
    const entry = revoked.get(hexOf(reqCert.serialNumber.valueBlock.valueHexView));
    single.certStatus = entry ? revokedStatus(entry) : new asn1js.Primitive({ idBlock: { tagClass: 3, tagNumber: 0 } });
    single.thisUpdate = wholeSecond(now);
    single.nextUpdate = wholeSecond(new Date(now.getTime() + dayMs));
    return single;
  });
  basic.certs = [signer];
  await basic.sign(responder.keys.pair.privateKey, 'SHA-256');
  const answer = new OCSPResponse({
    responseStatus: new asn1js.Enumerated({ value: 0 }),
    responseBytes: new ResponseBytes({
      responseType: '1.3.6.1.5.5.7.48.1.1',
      response: new asn1js.OctetString({ valueHex: basic.toSchema().toBER() }),
    }),
  });
  return new Uint8Array(answer.toSchema().toBER());
}

function revokedStatus({ at, reason }: { at: Date; reason: number }): asn1js.Constructed {
  return new asn1js.Constructed({
    idBlock: { tagClass: 3, tagNumber: 1 },
    value: [
      new asn1js.GeneralizedTime({ valueDate: wholeSecond(at) }),
      new asn1js.Constructed({
        idBlock: { tagClass: 3, tagNumber: 0 },
        value: [new asn1js.Enumerated({ value: reason })],
      }),
    ],
  });
}

/** The list of what `issuer` revoked (RFC 5280, 5), good for a day. */
export async function revocationList(issuer: Issued, revoked: Revoked, now: Date): Promise<Uint8Array> {
  const list = await x509.X509CrlGenerator.create({
    issuer: issuer.certificate.subject,
    thisUpdate: wholeSecond(now),
    nextUpdate: wholeSecond(new Date(now.getTime() + dayMs)),
    signingAlgorithm: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    signingKey: issuer.keys.pair.privateKey,
    entries: [...revoked].map(([serialNumber, { at, reason }]) => ({
      serialNumber,
      revocationDate: wholeSecond(at),
      reason: reason as x509.X509CrlReason,
    })),
    extensions: [
      await x509.AuthorityKeyIdentifierExtension.create(issuer.keys.pair.publicKey),
      new x509.Extension('2.5.29.20', false, new asn1js.Integer({ value: Math.floor(now.getTime() / 1000) }).toBER()),
    ],
  });
  return new Uint8Array(list.rawData);
}
