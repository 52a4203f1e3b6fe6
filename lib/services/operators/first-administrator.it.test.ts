import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asSuperuser } from '@/db/testing/owner-connection';
import { firstAdministrator } from './first-administrator';

const superuser = asSuperuser();
beforeAll(() => void vi.stubEnv('AUTH_SECRET', 'a secret of the tests, long enough for it'));
beforeEach(async () => {
  await superuser`truncate links, operators cascade`;
});
const first = { email: 'owner@installation.test', name: 'Owner' };

describe('the first administrator', () => {
  it('is invited from the command line, and again while nobody has come', async () => {
    const link = await firstAdministrator(first);
    expect(link).toMatch(/\/activate\/[\w-]{43}$/);
    expect(await firstAdministrator(first)).not.toBe(link);
    const [row] = await superuser`select count(*)::int as operators from operators`;
    expect(row?.operators).toBe(1);
  });

  it('is invited no more once there is an active one, and takes no account of another kind', async () => {
    await firstAdministrator(first);
    await superuser`update operators set status = 'active'`;
    await expect(firstAdministrator({ ...first, email: 'other@installation.test' })).rejects.toThrow(
      'There is an active administrator already',
    );
    await superuser`update operators set status = 'blocked'`;
    await expect(firstAdministrator(first)).rejects.toThrow('an account of another kind');
  });
});
