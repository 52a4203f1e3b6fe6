import { beforeAll, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { makeOperation } from '@/db/factories/operations';
import { makeTenants } from '@/db/testing/tenants';
import { drain } from '@/lib/jobs/drain';
import { GET } from './route';

const token = 'metrics-token-of-these-tests-0123456789';

beforeAll(() => {
  vi.stubEnv('METRICS_TOKEN', token);
  vi.stubEnv('LOG_LEVEL', 'error');
});

async function read(authorization = `Bearer ${token}`) {
  const response = await GET(new Request('http://localhost/api/metrics', { headers: { authorization } }));
  return { status: response.status, text: await response.text() };
}

describe('GET /api/metrics', () => {
  it('is refused without the token', async () => {
    expect((await read('Bearer wrong')).status).toBe(401);
  });

  it('counts registered operations, what waits to be folded, and what did not reconcile', async () => {
    await asMachine('system', 'write', async (db) => {
      const { services } = await makeTenants(db);
      await makeOperation(db, services.padaria);
      await makeOperation(db, services.padaria, { type: 'TEST' });
    });
    const before = (await read()).text;
    expect(before).toContain('signstash_operations_registered 1');
    expect(before).toContain('signstash_usage_unfolded_rows 1');
    expect(before).not.toMatch(/^signstash_usage_differences \d/m);
    await drain('fold');
    await drain('reconcile');
    const after = (await read()).text;
    expect(after).toContain('signstash_operations_registered 1');
    expect(after).toContain('signstash_usage_unfolded_rows 0');
    expect(after).toContain('signstash_usage_differences 0');
    expect(after).toContain('process_resident_memory_bytes');
  });
});
