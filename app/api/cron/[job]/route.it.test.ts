import { beforeAll, describe, expect, it, vi } from 'vitest';
import { GET } from './route';

const secret = 'cron-secret-of-these-tests-0123456789';

beforeAll(() => {
  vi.stubEnv('CRON_SECRET', secret);
  vi.stubEnv('LOG_LEVEL', 'error');
});

async function call(job: string, authorization = `Bearer ${secret}`) {
  const request = new Request(`http://localhost/api/cron/${job}`, { headers: { authorization } });
  const response = await GET(request, { params: Promise.resolve({ job }) });
  return { status: response.status, answer: await response.json() };
}

describe('GET /api/cron/<job>', () => {
  it.each(['', 'Bearer wrong', `Basic ${secret}`])('is refused with %j before anything runs', async (authorization) => {
    expect(await call('fold', authorization)).toEqual({ status: 401, answer: { error: 'unauthorised' } });
  });

  it.each([
    ['fold', { folded: 0 }],
    ['partitions', { made: 0 }],
    ['reconcile', { differences: 0 }],
    ['clean-up', { sessions: 0, limits: 0, tokens: 0, links: 0, exports: 0, partnerTypes: 0, contents: 0, flows: 0 }],
    ['certificates', { certificates: 0, mails: 0 }],
    ['queue', { freed: 0, done: 0, failed: 0 }],
  ])('runs %s and answers what it did', async (job, counts) => {
    expect(await call(job)).toEqual({ status: 200, answer: { job, ...counts } });
  });

  it.each(['nothing', '__proto__', 'constructor'])('does not know %s', async (job) => {
    expect((await call(job)).status).toBe(404);
  });
});
