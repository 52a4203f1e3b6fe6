import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readToken, timeStampRequest, tokenIn } from '../../cms/time-stamp';
import { x509 } from '../../x509';
import { openPki, type Pki, type SealCertificate } from './pki';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const folder = mkdtempSync(path.join(tmpdir(), 'pki-'));
const file = (name: string, content: Uint8Array | string): string => {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
};
const openssl = (...given: string[]): string => {
  const { stdout, stderr } = spawnSync('openssl', given, { encoding: 'utf8' });
  return `${stdout}${stderr}`;
};
const pem = (der: Uint8Array | undefined): string =>
  `${new x509.X509Certificate(Buffer.from(der ?? [])).toString('pem')}\n`;

let pki: Pki;
let seal: SealCertificate;
const day = 86_400_000;
const wanted = (name: string, keyAlgorithm: 'RSA' | 'ECDSA') => ({
  name,
  keyAlgorithm,
  commonName: 'Padaria "Central", Lda',
  organisation: 'Padaria Central',
  vat: 'PT-500100144',
  notBefore: new Date(Date.now() - day),
  notAfter: new Date(Date.now() + 300 * day),
});

beforeAll(async () => {
  pki = await openPki({ baseUrl: 'http://127.0.0.1:1', clock: Date.now });
  seal = await pki.seal(wanted('seal', 'RSA'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!hasOpenssl)('the PKI of the sandbox, as openssl sees it', () => {
  it('certifies along a path to its root', () => {
    const root = file('root.pem', pem(pki.root));
    const issuing = file('issuing.pem', pem(seal.chain[1]));
    const leaf = file('leaf.pem', pem(seal.chain[0]));
    expect(openssl('verify', '-x509_strict', '-CAfile', root, '-untrusted', issuing, leaf)).toContain('leaf.pem: OK');
    const text = openssl('x509', '-in', leaf, '-noout', '-text', '-nameopt', 'utf8');
    expect(text).toMatch(/(organizationIdentifier|2\.5\.4\.97)\s*=\s*VATPT-500100144/);
    expect(text).toContain('Central');
    expect(text).toContain('qcStatements');
  });

  it('stamps times over the hash that was asked for', async () => {
    const data = randomBytes(50);
    const hash = createHash('sha256').update(data).digest();
    const response = await pki.timeStamp(timeStampRequest({ hash, digest: 'SHA-256', nonce: randomBytes(8) }));
    const token = tokenIn(response);
    expect(Buffer.from(readToken(token).hash)).toEqual(hash);
    expect(Math.abs(readToken(token).at.getTime() - Date.now())).toBeLessThan(5_000);
    const said = openssl(
      ...['ts', '-verify', '-in', file('x.tok', token), '-token_in', '-data', file('x.bin', data)],
      ...['-CAfile', file('root.pem', pem(pki.root)), '-untrusted', file('issuing.pem', pem(seal.chain[1]))],
    );
    expect(said).toContain('Verification: OK');
  });

  it('says which certificates are revoked, by OCSP and by list', async () => {
    const [root, issuing, leaf] = [pki.root, seal.chain[1], seal.chain[0]];
    const other = await pki.seal(wanted('other', 'ECDSA'));
    pki.revoke(other.serial);
    const asked = path.join(folder, 'ocsp.req');
    const files = ['-CAfile', file('root.pem', pem(root)), '-issuer', file('issuing.pem', pem(issuing))];
    const ask = async (der: Uint8Array | undefined) => {
      const certificate = file('asked.pem', pem(der));
      execFileSync('openssl', ['ocsp', ...files, '-cert', certificate, '-reqout', asked, '-no_nonce'], {
        stdio: 'ignore',
      });
      const answer = await pki.ocsp(Uint8Array.from(execFileSync('cat', [asked])));
      return openssl('ocsp', ...files, '-cert', certificate, '-respin', file('ocsp.resp', answer), '-no_nonce');
    };
    expect(await ask(leaf)).toMatch(/asked\.pem: good[\s\S]*Response verify OK/);
    expect(await ask(other.chain[0])).toMatch(/asked\.pem: revoked[\s\S]*Response verify OK/);
    const list = file('list.crl', await pki.crl('issuing'));
    const text = openssl(
      'crl',
      '-inform',
      'DER',
      '-in',
      list,
      '-noout',
      '-text',
      '-CAfile',
      file('issuing.pem', pem(issuing)),
    );
    expect(text).toContain('verify OK');
    expect(text.toUpperCase()).toContain(other.serial);
    expect(text.toUpperCase()).not.toContain(seal.serial);
  });

  it('is the same after it was kept and opened again', async () => {
    const again = await openPki({
      baseUrl: 'http://127.0.0.1:1',
      clock: Date.now,
      kept: JSON.parse(JSON.stringify(pki.kept())),
    });
    expect((await again.seal(wanted('seal', 'RSA'))).chain).toEqual(seal.chain);
  });
});
