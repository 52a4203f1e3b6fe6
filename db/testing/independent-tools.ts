import { execFile, spawnSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '@/lib/signing/sandbox/sandbox';

/** Tools of other makers, which judge what ours made. Where one is missing its tests are counted as skipped. */
export const hasTool = (name: string, ...args: string[]): boolean => !spawnSync(name, args).error;

const pem = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

/** The last signature of a file, as OpenSSL is given it. */
export function partsOf(file: Buffer): { cms: Buffer; content: Buffer } {
  const range = [...file.toString('latin1').matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/g)].at(-1);
  const [from = 0, to = 0, length = 0] = (range ?? []).slice(1).map(Number);
  return {
    cms: Buffer.from(file.toString('latin1', from + 1, to - 1), 'hex'),
    content: Buffer.concat([file.subarray(0, from), file.subarray(to, to + length)]),
  };
}

/** A folder in which the tools find the root of a sandbox. What they say comes back in one line, texts and not exit codes. */
export class Tools {
  readonly folder = mkdtempSync(join(tmpdir(), 'signstash-tools-'));

  private constructor(private readonly sandbox: Sandbox) {}

  static async open(sandbox: Sandbox): Promise<Tools> {
    const tools = new Tools(sandbox);
    tools.write('root.pem', pem(sandbox.state.pki.root));
    if (!hasTool('certutil', '-H')) return tools;
    await tools.run('certutil', ...'-N -d sql:. --empty-password'.split(' '));
    await tools.run('certutil', ...'-A -d sql:. -n root -t CT,C,C -i root.pem'.split(' '));
    return tools;
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  write(name: string, bytes: Uint8Array | string): void {
    writeFileSync(join(this.folder, name), bytes);
  }

  /** What it writes, whatever its exit code: these tools end well on a broken signature, and badly on a good one. */
  run(command: string, ...args: string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      execFile(command, args, { cwd: this.folder, timeout: 30_000 }, (error, stdout, stderr) =>
        error?.code === 'ENOENT' ? reject(error) : resolve(`${stdout}${stderr}`),
      );
    });
  }

  /** What pdfsig says of all signatures of a file; it asks the sandbox for revocation. */
  pdfsig(file: Uint8Array): Promise<string> {
    this.write('f.pdf', file);
    return this.run('pdfsig', '-nssdir', 'sql:.', 'f.pdf');
  }

  mutool(file: Uint8Array): Promise<string> {
    this.write('f.pdf', file);
    return this.run('mutool', 'sign', '-v', 'f.pdf');
  }

  qpdf(file: Uint8Array): Promise<string> {
    this.write('f.pdf', file);
    return this.run('qpdf', '--check', 'f.pdf');
  }

  /** What OpenSSL says of the last signature of a file. `lists`: revocation lists of the authorities, DER. */
  async openssl(file: Buffer, { cades = true, lists = false } = {}): Promise<string> {
    const { cms, content } = partsOf(file);
    this.write('x.p7', cms);
    this.write('x.bin', content);
    const asked = 'cms -verify -binary -inform DER -in x.p7 -content x.bin -out out.bin'.split(' ');
    if (cades) asked.push('-cades');
    if (!lists) return this.run('openssl', ...asked, '-CAfile', 'root.pem');
    const crls = await Promise.all((['issuing', 'root'] as const).map((of) => this.sandbox.state.pki.crl(of)));
    const listed = crls.map((der) => pem(der).replaceAll('CERTIFICATE', 'X509 CRL'));
    this.write('rc.pem', [pem(this.sandbox.state.pki.root), ...listed].join('\n'));
    return this.run('openssl', ...asked, '-CAfile', 'rc.pem', '-crl_check_all');
  }

  /** What OpenSSL says of a time-stamp token over these bytes. */
  opensslTs(token: Uint8Array, over: Uint8Array): Promise<string> {
    this.write('x.tok', token);
    this.write('x.sig', over);
    const [, issuing] = this.sandbox.state.credentials.values().next().value?.chain ?? [];
    this.write('sub.pem', issuing ? pem(issuing) : '');
    const asked = 'ts -verify -in x.tok -token_in -data x.sig -CAfile root.pem -untrusted sub.pem';
    return this.run('openssl', ...asked.split(' '));
  }

  /** A detached signature that OpenSSL makes with a credential's own key. */
  async opensslSigns(credential: string, content: Uint8Array, more: readonly string[]): Promise<Buffer> {
    const kept = this.sandbox.state.pki.kept()[credential];
    if (!kept) throw new Error(credential);
    const key = createPrivateKey({ key: { ...kept.jwk }, format: 'jwk' });
    this.write('key.pem', key.export({ type: 'pkcs8', format: 'pem' }).toString());
    this.write('own.pem', pem(Buffer.from(kept.certificate, 'base64')));
    this.write('above.pem', (this.sandbox.state.credentials.get(credential)?.chain ?? []).slice(1).map(pem).join(''));
    this.write('x.bin', content);
    const asked = 'cms -sign -binary -in x.bin -signer own.pem -inkey key.pem -outform DER -out made.p7';
    const said = await this.run('openssl', ...asked.split(' '), ...more);
    if (said !== '') throw new Error(said);
    return readFileSync(join(this.folder, 'made.p7'));
  }
}
