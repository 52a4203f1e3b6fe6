import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/sandbox';
import { sandboxClient, usualCredentials } from '../sandbox/usual-credentials';
import { askRevocation } from './ask';

let sandbox: Sandbox;
const allow = { loopbackHttp: true };
beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    credentials: usualCredentials.slice(0, 3),
    users: {},
    client: sandboxClient,
  });
});
afterAll(() => sandbox.stop());

function chainOf(id: string) {
  const [certificate, issuer] = sandbox.state.credentials.get(id)?.chain ?? [];
  if (!certificate || !issuer) throw new Error(`no chain of ${id}`);
  return { certificate, issuer, now: new Date() };
}
const serialOf = (id: string): string => sandbox.state.credentials.get(id)?.serial ?? '';

it('a good certificate is good by OCSP', async () => {
  expect(await askRevocation(chainOf('seal-2027'), allow)).toMatchObject({ state: 'good', kind: 'ocsp', at: null });
});

it('tells since when one is revoked, and a suspension from a revocation', async () => {
  const at = new Date(Date.UTC(2026, 0, 2, 3, 4, 5));
  sandbox.state.pki.revoke(serialOf('seal-ec'), at, 1);
  sandbox.state.pki.revoke(serialOf('seal-web'), at, 6);
  expect(await askRevocation(chainOf('seal-ec'), allow)).toMatchObject({ state: 'revoked', at });
  expect(await askRevocation(chainOf('seal-web'), allow)).toMatchObject({ state: 'suspended', at });
});

it('falls back on the list where OCSP is out of order, and knows nothing where both are', async () => {
  sandbox.state.faults.set('ocsp', { kind: 'error', times: 10 });
  expect(await askRevocation(chainOf('seal-ec'), allow)).toMatchObject({ state: 'revoked', kind: 'crl' });
  expect(await askRevocation(chainOf('seal-2027'), allow)).toMatchObject({ state: 'good', kind: 'crl' });
  sandbox.state.faults.set('crl', { kind: 'garbage', times: 10 });
  expect(await askRevocation(chainOf('seal-2027'), allow)).toBeNull();
  sandbox.state.faults.clear();
});

it('calls nobody on this machine unless it is told so', async () => {
  expect(await askRevocation(chainOf('seal-2027'), {})).toBeNull();
});

it('believes no answer of another time', async () => {
  const later = new Date(Date.now() + 3 * 86_400_000);
  expect(await askRevocation({ ...chainOf('seal-2027'), now: later }, allow)).toBeNull();
});
