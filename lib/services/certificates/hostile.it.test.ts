import { Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import {
  bakerOf,
  begun,
  comeBack,
  enrolled,
  enterAuthority,
  flowNow,
  openStage,
  otpOf,
  work,
} from '@/db/testing/authority-stage';
import { hostileAddresses } from '@/db/testing/hostile-addresses';
import { asSuperuser } from '@/db/testing/owner-connection';
import { invoiceFile } from '@/db/testing/signed-files';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import type * as Env from '@/lib/env';
import type { Sandbox } from '@/lib/signing/sandbox/sandbox';
import { endSigningThreads } from '@/lib/signing/threads/threads';
import { called } from '../authorities/breaker';
import { runCheck } from '../authorities/check';
import { openAuthority } from '../authorities/open';
import { runCommand } from '../run';
import { signDocuments } from '../signing/sign-documents';
import { beginEnrolment } from './begin';
import { chooseCredential, handInFactors } from './choose';

const settings = vi.hoisted(() => ({
  SIGNSTASH_SANDBOX_URL: undefined as string | undefined,
  SIGNSTASH_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
}));
vi.mock('@/lib/env', async (original) => {
  const real = await original<typeof Env>();
  return { ...real, env: () => ({ ...real.env(), ...settings }) };
});

/** What is no address at all is refused when it is saved and can stand in no row. */
const dialled = hostileAddresses.filter((each) => URL.canParse(each));
const superuser = asSuperuser();
let sandbox: Sandbox;
let tenants: Tenants;
let authority: string;
let baker: ReturnType<typeof bakerOf>;
const place = () => ({ authority, wallet: tenants.issuers.padaria.walletId });
beforeAll(async () => {
  vi.stubEnv('LOG_LEVEL', 'error');
  vi.stubEnv('AUTH_SECRET', 'a secret of the tests, long enough for it');
  sandbox = await openStage();
});
afterAll(() => Promise.all([sandbox.stop(), endSigningThreads()]));
beforeEach(async () => {
  settings.SIGNSTASH_SANDBOX_URL = sandbox.state.baseUrl;
  tenants = await asMachine('system', 'write', makeTenants);
  authority = await enterAuthority(tenants, sandbox);
  baker = bakerOf(tenants);
});

/** Sockets that anything of this process opens, but for those to the database. */
async function connectionsOf(work: () => Promise<void>): Promise<number> {
  const [{ port } = { port: 0 }] = await superuser`select inet_server_port()::int as port`;
  const connect = vi.spyOn(Socket.prototype, 'connect');
  try {
    await work();
    return connect.mock.calls.filter((given) => !JSON.stringify(given).includes(String(port))).length;
  } finally {
    connect.mockRestore();
  }
}
/** Puts an address where an administrator typed one, past the check that is made when it is saved. */
async function typed(column: 'base_url' | 'oauth_url' | 'time_stamp_url', address: string): Promise<void> {
  await superuser.unsafe(`update authorities set ${column} = $1 where id = $2`, [address, authority]);
  // Five refusals in a row would rest the authority, and the next one would not be judged at all.
  called(authority, true);
}
/** What a flow held before its job, to put it there again. */
async function held(flow: string) {
  const { step, answer, verifier, access, stateHash } = await flowNow(flow);
  return async () => {
    await superuser`update certificate_flows set step = ${step}, outcome = null, claimed_at = null, answer = ${answer},
      verifier = ${verifier}, access = ${access}, state_hash = ${stateHash} where id = ${flow}`;
  };
}

it('there are at least sixty of them', () => expect(dialled.length).toBeGreaterThanOrEqual(60));

it.each(['baseUrl', 'oauthUrl', 'timeStampUrl'])('save: each is refused at its field, %s', async (field) => {
  const good = { baseUrl: 'https://ca.example.com', oauthUrl: '', timeStampUrl: '' };
  const made = await connectionsOf(async () => {
    for (const address of hostileAddresses) {
      const saved = enterAuthority(tenants, sandbox, { name: address.slice(0, 60), ...good, [field]: address });
      await expect(saved, address).rejects.toMatchObject({ code: 'invalid', fields: { [field]: expect.anything() } });
    }
  });
  expect(made).toBe(0);
});

it('check: each ends as unreachable without a connection, and the honest one answers', async () => {
  settings.SIGNSTASH_SANDBOX_URL = undefined;
  const outcome = async () => (await superuser`select check_outcome from authorities where id = ${authority}`)[0];
  const made = await connectionsOf(async () => {
    for (const address of dialled) {
      await typed('base_url', address);
      await runCheck(authority);
      expect(await outcome(), address).toEqual({ check_outcome: 'unreachable' });
    }
  });
  expect(made).toBe(0);
  settings.SIGNSTASH_SANDBOX_URL = sandbox.state.baseUrl;
  await typed('base_url', sandbox.state.baseUrl);
  await runCheck(authority);
  expect(await outcome()).toEqual({ check_outcome: 'answered' });
});

it('enrol: the code that a person brought is carried to none of them, and to the honest one', async () => {
  const onward = await runCommand(baker, beginEnrolment, { ...place(), alias: '' });
  await comeBack(baker, onward.url ?? '');
  const again = await held(onward.id);
  const made = await connectionsOf(async () => {
    for (const address of dialled) {
      await typed('oauth_url', address);
      await work(onward.id);
      expect(await flowNow(onward.id), address).toMatchObject({ step: 'refused', outcome: 'unreachable' });
      await again();
    }
  });
  expect(made).toBe(0);
  await typed('oauth_url', `${sandbox.state.baseUrl}/oauth2`);
  await work(onward.id);
  expect((await flowNow(onward.id)).step).toBe('choice');
});

it('renew: PIN and code are carried to none of them, and to the honest one', async () => {
  const { certificateId } = await enrolled(sandbox, baker, place(), 'seal-2027');
  const flow = await begun(baker, { id: certificateId });
  await runCommand(baker, chooseCredential, { flow, credential: 'seal-2027' }).catch(() => {});
  await work(flow);
  await runCommand(baker, handInFactors, { flow, pin: '1234', otp: otpOf(sandbox, 'seal-2027') });
  const again = await held(flow);
  const made = await connectionsOf(async () => {
    for (const address of dialled) {
      await typed('base_url', address);
      await work(flow);
      expect((await flowNow(flow)).step, address).toBe('factors');
      await again();
    }
  });
  expect(made).toBe(0);
  await typed('base_url', sandbox.state.baseUrl);
  await work(flow);
  expect((await flowNow(flow)).step).toBe('granted');
});

it('time stamp: no hash is carried to any of them, and to the honest one', async () => {
  await enrolled(sandbox, baker, place(), 'seal-ec');
  const file = await invoiceFile();
  const usual = { digest: 'SHA-256', reason: '', location: '', place: null, language: 'pt', timeZone: 'UTC' } as const;
  const sign = async () => {
    const documents = [{ key: 1, reference: 'FT', bytes: async () => Buffer.from(file) }];
    for await (const done of signDocuments(place().wallet, documents, { ...usual, level: 'B-T' })) return done;
  };
  const made = await connectionsOf(async () => {
    for (const address of dialled) {
      await typed('time_stamp_url', address);
      // Signing would end before: with such an address beside it, the authority of the test is called no more either.
      const stamped = (await openAuthority(authority))?.port.timeStamp('token', new Uint8Array(32), 'SHA-256');
      await expect(stamped, address).rejects.toMatchObject({ outcome: { kind: 'unreachable' } });
      called(authority, true);
      await expect(sign(), address).rejects.toMatchObject({ code: '2.2.0' });
    }
  });
  expect(made).toBe(0);
  await typed('time_stamp_url', `${sandbox.state.baseUrl}/tsa`);
  expect(await sign()).toHaveProperty('bytes');
});
