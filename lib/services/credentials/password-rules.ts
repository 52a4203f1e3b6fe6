import 'server-only';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { type PasswordFault, passwordMaximum, passwordMinimum } from '@/lib/domain/password';

let meter: Promise<ZxcvbnFactory> | undefined;

/** Word lists of some megabytes: loaded by the first who chooses a password. */
async function loadMeter(): Promise<ZxcvbnFactory> {
  const [core, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
  return new core.ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
}

/** Of 0 to 4; below it a guesser with the common and breached lists finds it within hours, whatever its length. */
const leastScore = 3;
/** Letters and digits that must be left when what is known of the person is taken away. */
const leastOwn = 6;

/**
 * What is wrong with a new password, or null. Length, and that it is not guessed from lists of common and breached
 * passwords, keyboard rows, dates, repetitions or what everybody knows of the person; no rule of composition
 * (OWASP ASVS 5.0, 6.2). Nothing leaves the machine.
 * @param known name, address, company: what is guessed first
 */
export async function passwordFault(password: string, known: readonly string[]): Promise<PasswordFault | null> {
  if (password.length < passwordMinimum) return `too_short:${passwordMinimum}`;
  if (password.length > passwordMaximum) return `too_long:${passwordMaximum}`;
  const words = known.flatMap((each) => each.toLowerCase().split(/[\s@.,-]+/)).filter((each) => each.length > 2);
  if (withoutWords(password.toLowerCase(), [...words, 'signstash']).length < leastOwn) return 'guessable';
  meter ??= loadMeter();
  const { score } = (await meter).check(password);
  return score < leastScore ? 'guessable' : null;
}

/** What is left of a password beside what is known of the person. */
const withoutWords = (password: string, words: readonly string[]): string =>
  words.reduce((rest, word) => rest.replaceAll(word, ''), password).replaceAll(/[^\p{L}\p{N}]/gu, '');
