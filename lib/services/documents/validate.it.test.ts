import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { anyContent, registerDocument } from '@/db/factories/contents';
import { enterAuthority } from '@/db/testing/authority-stage';
import { deliver } from '@/db/testing/deliver';
import { asSuperuser } from '@/db/testing/owner-connection';
import { invoiceFile, openAuthority, signedFile, signerFor } from '@/db/testing/signed-files';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { unfoldingPdf } from '@/db/testing/unfolding-pdf';
import type { Actor } from '@/lib/domain/actor';
import type * as Env from '@/lib/env';
import type { Sandbox } from '@/lib/signing/sandbox/sandbox';
import { runCommand } from '../run';
import { askValidation, validateContent } from './validate';

const settings = vi.hoisted(() => ({
  SIGNSTASH_SANDBOX_URL: undefined as string | undefined,
  SIGNSTASH_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
}));
vi.mock('@/lib/env', async (original) => {
  const real = await original<typeof Env>();
  return { ...real, env: () => ({ ...real.env(), ...settings }) };
});

const superuser = asSuperuser();
let sandbox: Sandbox;
let tenants: Tenants;
let id: string;
beforeAll(async () => {
  vi.stubEnv('LOG_LEVEL', 'error');
  sandbox = await openAuthority();
  settings.SIGNSTASH_SANDBOX_URL = sandbox.state.baseUrl;
  tenants = await asMachine('system', 'write', makeTenants);
  const bytes = await signedFile(await invoiceFile(), signerFor(sandbox, 'seal-ec'));
  id = await deliver(tenants.services.padaria.alias, {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
});
afterAll(() => sandbox.stop());

const people = (): Record<string, Actor> => ({
  administrator: actorOf(tenants.operators.administrator),
  partner: actorOf(tenants.operators.partner),
  issuer: actorOf(tenants.operators.issuer),
  auditor: actorOf(tenants.operators.auditor, { issuerIds: [tenants.issuers.padaria.id] }),
  idleAuditor: actorOf(tenants.operators.idleAuditor),
  sibling: actorOf(tenants.operators.issuer, { issuerId: tenants.issuers.sibling.id }),
});
const validate = async (who: string, document = id) => {
  const actor = people()[who];
  if (!actor) throw new Error(who);
  return validateContent(await runCommand(actor, askValidation, { id: document }));
};
const pem = () =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(sandbox.state.pki.root).toString('base64')}\n-----END CERTIFICATE-----`;

describe('a registered document', () => {
  it('is indeterminate while its root is not trusted, and passes once an administrator has entered it', async () => {
    expect((await validate('issuer')).detailed.subIndication).toBe('NO_CERTIFICATE_CHAIN_FOUND');
    await enterAuthority(tenants, sandbox, { trustedRoots: pem() });
    for (const who of ['administrator', 'issuer', 'auditor']) {
      const { document, simple, detailed } = await validate(who);
      expect(document).toMatchObject({ id, isAsRegistered: true });
      expect(simple).toMatchObject({ indication: 'TOTAL-PASSED', signatures: [{ level: 'B-T', coversAll: true }] });
      expect(detailed.signatures[0]?.checks.every(({ result }) => result === 'passed')).toBe(true);
    }
  });

  it('refuses a partner, and is absent for an issuer beside it and an auditor whose time is over', async () => {
    await expect(validate('partner')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(validate('sibling')).rejects.toMatchObject({ code: 'not_found' });
    await expect(validate('idleAuditor')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('writes down who asked', async () => {
    const like = `%"documents.validate"%${id}%`;
    const [before] = await superuser`select count(*)::int n from audit_log where entry like ${like}`;
    await validate('auditor');
    const [after] = await superuser`select count(*)::int n from audit_log where entry like ${like}`;
    expect(Number(after?.n) - Number(before?.n)).toBe(1);
  });

  it('without content has nothing to validate, and says so without an entry', async () => {
    const bare = await registerDocument(tenants.services.padaria.alias, anyContent());
    await expect(validate('issuer', bare)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('that fills the memory is told as such, and nobody is sent to try again', async () => {
    const bytes = unfoldingPdf(3_500);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const greedy = await deliver(tenants.services.padaria.alias, { bytes, sha256 });
    await expect(validate('issuer', greedy)).rejects.toMatchObject({ reason: 'too_demanding' });
  }, 60_000);

  it('that was changed where it is kept is not what was registered', async () => {
    const bytes = await signedFile(await invoiceFile(), signerFor(sandbox, 'seal-2027'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const other = await deliver(tenants.services.padaria.alias, { bytes, sha256 });
    bytes[bytes.indexOf('stream') + 12] = 0;
    await superuser`update content_chunks set bytes = ${bytes} where sha256 = ${Buffer.from(sha256, 'hex')}`;
    const { document, detailed } = await validate('issuer', other);
    expect(document.isAsRegistered).toBe(false);
    expect(detailed.subIndication).toBe('HASH_FAILURE');
  });
});

describe('roots that an administrator enters', () => {
  it.each(['not a certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])(
    'are refused at their field: %j',
    async (trustedRoots) => {
      await expect(enterAuthority(tenants, sandbox, { name: 'x', trustedRoots })).rejects.toMatchObject({
        fields: { trustedRoots: 'roots' },
      });
    },
  );
});
