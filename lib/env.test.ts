import { describe, expect, it } from 'vitest';
import { parseEnv } from './env';

const secret = 'x'.repeat(32);
const least = { DATABASE_URL: 'postgres://app@localhost/backoffice' };
const production = {
  ...least,
  NODE_ENV: 'production',
  AUTH_SECRET: secret,
  AUTH_URL: 'https://backoffice.example',
  SIGNSTASH_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  SMTP_URL: 'smtps://user:password@mail.example',
  SIGNSTASH_ENGINE_TOKEN: secret,
  CRON_SECRET: secret,
  METRICS_TOKEN: secret,
};

describe('the environment', () => {
  it('needs no more than a database to start', () => {
    expect(parseEnv(least)).toMatchObject({
      NODE_ENV: 'development',
      PORT: 3000,
      SIGNSTASH_TIME_ZONE: 'Europe/Lisbon',
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(parseEnv({ ...least, PORT: '', AUTH_SECRET: '' })).toEqual(parseEnv(least));
  });

  it.each([
    ['DATABASE_URL', undefined],
    ['DATABASE_URL', 'mysql://localhost/backoffice'],
    ['PORT', '70000'],
    ['AUTH_SECRET', 'short'],
    ['BASE_PATH', 'no-slash'],
    ['WORKER', 'perhaps'],
    ['STORAGE_URL', 'https://key:secret@host/bucket'],
    ['STORAGE_URL', 's3://key:secret@host'],
    ['STORAGE_URL', 's3:'],
  ])('names %s when it is %s', (name, value) => {
    expect(() => parseEnv({ ...least, [name]: value })).toThrow(`Environment variable ${name}:`);
  });

  it('never repeats the value at fault, which may be a secret', () => {
    expect(() => parseEnv({ ...least, AUTH_SECRET: 'hunter2' })).not.toThrow(/hunter2/);
  });
});

describe('production', () => {
  const needed = [
    'AUTH_SECRET',
    'AUTH_URL',
    'SIGNSTASH_ENGINE_TOKEN',
    'CRON_SECRET',
    'METRICS_TOKEN',
    'SMTP_URL',
    'SIGNSTASH_MASTER_KEY',
  ];

  it('starts with every secret', () => {
    expect(parseEnv(production).NODE_ENV).toBe('production');
  });

  it.each(needed)('refuses to start without %s', (name) => {
    expect(() => parseEnv({ ...production, [name]: undefined })).toThrow(`Environment variable ${name} is missing`);
  });

  it.each(needed)('starts without %s as a demonstration', (name) => {
    expect(() => parseEnv({ ...production, SIGNSTASH_DEMO: 'on', [name]: undefined })).not.toThrow();
  });
});
