import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import en from '@/lib/i18n/messages/en/activity.json';
import pt from '@/lib/i18n/messages/pt/activity.json';
import { verbs } from '../define';

const folder = path.resolve('lib/services');

/** Every module that declares a verb registers it by being loaded. */
beforeAll(async () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const modules = files.filter((file) => file.endsWith('.ts') && !/\.(it\.)?test\.ts$/.test(file));
  for (const file of modules) await import(path.join(folder, file));
}, 60_000);

it('every command has a sentence in both languages, and no sentence is of a command that is not there', () => {
  const commands = [...verbs().values()].filter(({ kind }) => kind === 'command').map(({ name }) => name);
  expect(commands.length).toBeGreaterThan(10);
  // What is recorded without a command: sign-in, tokens, links, what a job ended.
  const gate = [
    'session_signed_in',
    'session_signed_out',
    'session_refused',
    'token_issued',
    'token_refused',
    'link_offered',
    'link_spent',
    'subscription_received',
    'operators_first_administrator',
    'certificate_enrolled',
    'certificate_renewed',
  ];
  const expected = [...commands.map((name) => name.replaceAll('.', '_')), ...gate].sort();
  for (const catalogue of [en, pt]) {
    expect(Object.keys(catalogue.acts).sort()).toEqual(expected);
  }
});
