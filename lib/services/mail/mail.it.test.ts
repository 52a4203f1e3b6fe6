import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { mails } from '@/db/schema';
import { asOwner, asSuperuser } from '@/db/testing/owner-connection';
import { startSmtpSink } from '@/db/testing/smtp-sink';
import type * as Env from '@/lib/env';
import { drain } from '@/lib/jobs/drain';
import { postMail } from './post';
import { mostAttempts } from './send';

const settings = vi.hoisted(() => ({ SMTP_URL: undefined as string | undefined }));
vi.mock('@/lib/env', async (original) => {
  const real = await original<typeof Env>();
  return { ...real, env: () => ({ ...real.env(), SMTP_URL: settings.SMTP_URL }) };
});

const superuser = asSuperuser();
const owner = asOwner();
beforeAll(() => {
  vi.stubEnv('LOG_LEVEL', 'error');
  vi.stubEnv('AUTH_SECRET', 'a secret of the tests, long enough for it');
});
let sink: Awaited<ReturnType<typeof startSmtpSink>> | undefined;
afterEach(async () => {
  await sink?.stop();
  sink = undefined;
  settings.SMTP_URL = undefined;
  await superuser`delete from graphile_worker._private_jobs`;
});

const listen = async (given: Parameters<typeof startSmtpSink>[0] = {}) => {
  sink = await startSmtpSink(given);
  settings.SMTP_URL = sink.url;
  return sink.received;
};
const post = (name = 'Rita', address = 'rita@padaria.test') =>
  asMachine('system', 'write', (db) =>
    postMail(db, {
      template: 'subscription_received',
      to: { address, name, language: 'en' },
      parameters: { company: name, code: 'PRT.501234567' },
      partnerId: null,
      issuerId: null,
    }),
  );
const work = async () => {
  // What failed waits longer each time; here it is due at once.
  await superuser`update graphile_worker._private_jobs set run_at = now()`;
  return drain('queue');
};
const stateOf = (id: string) =>
  asMachine('system', 'read', async (db) => {
    const [row] = await db.select().from(mails).where(eq(mails.id, id));
    return row && { state: row.state, attempts: row.attempts, sent: row.sentAt !== null, error: row.lastError };
  });

describe('the outbox', () => {
  it('promises no mail for a change that did not happen', async () => {
    const received = await listen();
    const failing = asMachine('system', 'write', async (db) => {
      await postMail(db, {
        template: 'subscription_received',
        to: { address: 'a@b.test', name: 'A', language: 'pt' },
        parameters: { company: 'A', code: 'X' },
        partnerId: null,
        issuerId: null,
      });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await work();
    expect(received).toEqual([]);
  });

  it('sends a mail once, with both parts, under its own Message-ID', async () => {
    const received = await listen();
    const id = await post();
    await work();
    await work();
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      to: 'rita@padaria.test',
      toName: 'Rita',
      subject: 'We received the subscription of Rita',
    });
    expect(received[0]?.messageId).toBe(`<${id}@localhost>`);
    expect(received[0]?.text).toContain('PRT.501234567');
    expect(received[0]?.html).toContain('PRT.501234567');
    expect(await stateOf(id)).toEqual({ state: 'sent', attempts: 1, sent: true, error: null });
  });

  it('tries again after a refusal for now, and sends it once', async () => {
    let busy = true;
    const received = await listen({ answer: () => (busy ? 451 : 250) });
    const id = await post();
    await work();
    expect(await stateOf(id)).toMatchObject({ state: 'failed', attempts: 1, sent: false });
    busy = false;
    await work();
    expect(received).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('puts a refusal for good among the dead letters at once, and says why', async () => {
    await listen({ answer: () => 550 });
    const id = await post();
    await work();
    expect(await stateOf(id)).toMatchObject({ state: 'dead', attempts: 1, sent: false });
    expect((await stateOf(id))?.error).toContain('refused by the sink');
  });

  it('gives up after ten tries without a server, and loses nothing', async () => {
    settings.SMTP_URL = 'smtp://127.0.0.1:1';
    const id = await post();
    for (let tries = 0; tries < mostAttempts + 2; tries += 1) await work();
    expect(await stateOf(id)).toMatchObject({ state: 'dead', attempts: mostAttempts });
  });

  it('sends again what was cut off, under the same Message-ID', async () => {
    const received = await listen();
    const id = await post();
    await superuser`update mails set state = 'sending', attempts = 1 where id = ${id}`;
    await work();
    expect(received.map(({ messageId }) => messageId)).toEqual([`<${id}@localhost>`]);
    expect(await stateOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('keeps a mail to be read here where there is no server', async () => {
    const id = await post();
    await work();
    expect(await stateOf(id)).toMatchObject({ state: 'kept', sent: false });
  });

  it('takes names as they are, and no header out of them', async () => {
    const received = await listen();
    for (const name of ['“Padaria” & <b>filhos</b>, Lda', 'Ação 🧁', 'x'.repeat(200), 'a\r\nBcc: evil@x.test']) {
      await post(name);
    }
    await work();
    expect(received).toHaveLength(4);
    expect(received.map(({ to }) => to)).toEqual(Array(4).fill('rita@padaria.test'));
    expect(received.some(({ headers }) => headers.has('bcc'))).toBe(false);
    const first = received.find(({ subject }) => subject.includes('Padaria'));
    expect(first?.subject).toBe('We received the subscription of “Padaria” & <b>filhos</b>, Lda');
    expect(first?.html).toContain('&lt;b&gt;filhos&lt;/b&gt;');
  });

  it('uses the text that an administrator put in place of the product’s own', async () => {
    const received = await listen();
    await superuser`insert into mail_texts (template, language, subject, body)
      values ('subscription_received', 'en', 'Welcome, {{company}}', ${'First.\n\nCode {{code}}.'})`;
    await post();
    await work();
    expect(received[0]?.subject).toBe('Welcome, Rita');
    expect(received[0]?.text).toContain('First.\n\nCode PRT.501234567.');
    await superuser`delete from mail_texts`;
  });

  it('is written by every role, and read by administrators alone', async () => {
    const readers = await owner`select rolname::text as role from pg_roles where rolname like 'signstash\_%'
      and rolname <> 'signstash_owner' and has_table_privilege(oid, 'mails', 'select') order by 1`;
    expect(readers.map(({ role }) => role)).toEqual(['signstash_administrator', 'signstash_system']);
  });
});
